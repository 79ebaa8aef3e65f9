package io.dawsos.observatory.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads bodies up to a limit, of what is packed too. */
public final class Body {
    private static final int PIECE = 16_384;

    private Body() {}

    /** The body as it came, not unpacked. */
    public static byte[] raw(ServerRequest request, int most) {
        return request.content().hasEntity() ? read(request.content().inputStream(), most) : new byte[0];
    }

    /** The body, unpacked when it is packed with gzip. */
    public static byte[] unpacked(ServerRequest request, int most) {
        String encoding = request.headers()
                .first(HeaderNames.CONTENT_ENCODING)
                .orElse("identity")
                .toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "identity", "" -> raw(request, most);
            case "gzip" -> gunzip(request.content().inputStream(), most);
            default ->
                throw new Failure(
                        FailureType.UNSUPPORTED_ENCODING,
                        "Content-Encoding: wanted gzip or none, got \"" + encoding + "\"");
        };
    }

    private static byte[] gunzip(InputStream packed, int most) {
        try (InputStream in = new GZIPInputStream(packed, PIECE)) {
            return read(in, most);
        } catch (ZipException e) {
            throw new Failure(FailureType.BAD_DATA, "the body is not gzip as Content-Encoding says: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(InputStream in, int most) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(PIECE);
        byte[] piece = new byte[PIECE];
        try {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (body.size() + read > most) {
                    throw new Failure(FailureType.TOO_LARGE, "a body has at most " + most + " bytes, this has more");
                }
                body.write(piece, 0, read);
            }
        } catch (ZipException e) {
            throw new Failure(FailureType.BAD_DATA, "the body is not gzip as Content-Encoding says: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return body.toByteArray();
    }

    /** The parameters of the address, and of a form when one was posted. */
    public static Parameters parameters(ServerRequest request, int most) {
        String type =
                request.headers().first(HeaderNames.CONTENT_TYPE).orElse("").toLowerCase(Locale.ROOT);
        String form = type.startsWith("application/x-www-form-urlencoded")
                ? new String(unpacked(request, most), StandardCharsets.UTF_8)
                : "";
        return Parameters.parse(form, request.query().rawValue());
    }
}
