package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.ingest.RecordingSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.xerial.snappy.Snappy;

/**
 * What Jazzer feeds its inputs to; the first byte picks the version, or a body as it comes. A request is answered, and one
 * that is well-formed can be written again.
 */
public final class RemoteWriteFuzzTarget {
    private RemoteWriteFuzzTarget() {}

    /** Jazzer finds it by its name. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        if (data.length == 0) {
            return;
        }
        byte[] content = Arrays.copyOfRange(data, 1, data.length);
        int kind = Math.floorMod(data[0], 3);
        byte[] body = kind == 2 ? content : Snappy.compress(content);
        RemoteWriteMessage message = kind == 0 ? RemoteWriteMessage.V1 : RemoteWriteMessage.V2;
        RemoteWriteAnswer answer = new RemoteWriteReceiver(
                        new RecordingSink(), new RemoteWriteLimits(8192, 65536, 1000))
                .receive(Map.of("Content-Type", message.contentType())::get, new ByteArrayInputStream(body));
        if (answer.status() != 204 && answer.status() != 400 && answer.status() != 413) {
            throw new IllegalStateException("answered " + answer);
        }
    }
}
