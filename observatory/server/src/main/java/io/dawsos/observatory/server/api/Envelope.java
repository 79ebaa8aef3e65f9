package io.dawsos.observatory.server.api;

import io.dawsos.observatory.server.http.Failure;
import io.dawsos.observatory.server.http.Json;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Prometheus's envelope: <code>{"status":"success","data":…}</code>. */
final class Envelope {
    private Envelope() {}

    static Json.Writer of(Answer answer) {
        return out -> {
            out.writeStartObject();
            out.writeStringProperty("status", "success");
            out.writeName("data");
            answer.data().write(out);
            texts(out, "warnings", answer.warnings());
            texts(out, "infos", answer.infos());
            out.writeEndObject();
        };
    }

    static Json.Writer of(Failure failure) {
        return out -> {
            out.writeStartObject();
            out.writeStringProperty("status", "error");
            out.writeStringProperty("errorType", failure.type().text());
            out.writeStringProperty("error", failure.getMessage());
            out.writeEndObject();
        };
    }

    private static void texts(JsonGenerator out, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            out.writeName(name);
            Values.texts(out, texts);
        }
    }
}
