package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.ingest.scrape.BoundedBody.BodyTooLongException;
import io.dawsos.observatory.ingest.scrape.BoundedBody.Bytes;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks gzip, up to a limit: a few bytes may stand for very many. */
final class Inflation {
    private static final int LEAST_ROOM = 16 << 10;
    private static final int USUAL_RATIO = 8;

    private Inflation() {}

    static Bytes gunzip(Bytes packed, long limit) throws IOException {
        byte[] bytes = new byte[(int) Math.min(limit + 1, Math.max(LEAST_ROOM, (long) USUAL_RATIO * packed.length()))];
        int length = 0;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.array(), 0, packed.length()))) {
            for (int read = 0; read >= 0; length += read) {
                if (length > limit) {
                    throw new BodyTooLongException(limit);
                }
                if (length == bytes.length) {
                    bytes = Arrays.copyOf(bytes, (int) Math.min(limit + 1, bytes.length * 2L));
                }
                read = in.read(bytes, length, bytes.length - length);
                if (read < 0) {
                    break;
                }
            }
        } catch (ZipException | EOFException e) {
            throw new IOException("the body is no gzip: " + e.getMessage(), e);
        }
        return new Bytes(bytes, length);
    }
}
