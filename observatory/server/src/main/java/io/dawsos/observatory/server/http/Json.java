package io.dawsos.observatory.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes answers in JSON straight to the client, packed when it takes gzip. */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int BUFFER = 8192;

    private Json() {}

    /** Writes a value. */
    @FunctionalInterface
    public interface Writer {
        void write(JsonGenerator out);
    }

    public static void send(ServerRequest request, ServerResponse response, int status, Writer value)
            throws IOException {
        response.status(Status.create(status));
        response.header(HeaderValues.CONTENT_TYPE_JSON);
        response.header(HeaderNames.VARY, "Accept-Encoding");
        boolean packed = takesGzip(request);
        if (packed) {
            response.header(HeaderNames.CONTENT_ENCODING, "gzip");
        }
        try (OutputStream plain = response.outputStream();
                OutputStream to = packed ? new GZIPOutputStream(plain, BUFFER) : plain;
                JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), to)) {
            value.write(out);
        }
    }

    /** Whether {@code Accept-Encoding} names gzip and does not refuse it. */
    static boolean takesGzip(ServerRequest request) {
        String accepted = request.headers().first(HeaderNames.ACCEPT_ENCODING).orElse("");
        return Arrays.stream(accepted.split(","))
                .map(String::strip)
                .anyMatch(
                        one -> one.equals("gzip") || (one.startsWith("gzip;") && !one.matches("gzip;\\s*q=0(\\.0*)?")));
    }
}
