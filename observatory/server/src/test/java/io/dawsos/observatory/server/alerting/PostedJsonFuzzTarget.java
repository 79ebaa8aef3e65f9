package io.dawsos.observatory.server.alerting;

import io.dawsos.observatory.server.http.Failure;
import io.dawsos.observatory.server.http.Parameters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What clients post and ask is read, or refused with a reason. */
public final class PostedJsonFuzzTarget {
    private PostedJsonFuzzTarget() {}

    /** Jazzer finds it by its name. */
    public static void fuzzerTestOneInput(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        expectFailureOnly(() -> PostedJson.alerts(body));
        expectFailureOnly(() -> PostedJson.silence(body, Instant.EPOCH));
        expectFailureOnly(() -> AlertFilter.of(Parameters.parse(text)));
    }

    private static void expectFailureOnly(Runnable reading) {
        try {
            reading.run();
        } catch (Failure e) {
            if (String.valueOf(e.getMessage()).isBlank()) {
                throw new AssertionError("refused without a reason", e);
            }
        }
    }
}
