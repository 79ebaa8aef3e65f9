package io.dawsos.portfolio.simulator;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** An answer, in UTF-8. */
record Page(int status, String type, String text) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    static Page json(int status, Object value) {
        return new Page(status, "application/json", JSON.writeValueAsString(value));
    }

    static Page text(int status, String text) {
        return new Page(status, "text/plain; charset=utf-8", text);
    }

    static Page csv(String text) {
        return new Page(200, "text/csv", text);
    }

    byte[] body() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
