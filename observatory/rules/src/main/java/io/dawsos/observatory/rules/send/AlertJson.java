package io.dawsos.observatory.rules.send;

import io.dawsos.observatory.model.Alert;
import io.dawsos.observatory.model.Labels;
import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Alerts as Alertmanager's API v2 takes them. */
final class AlertJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private AlertJson() {}

    static byte[] of(List<Alert> alerts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(alerts.size() * 256);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartArray();
            alerts.forEach(alert -> write(alert, json));
            json.writeEndArray();
        }
        return bytes.toByteArray();
    }

    private static void write(Alert alert, JsonGenerator json) {
        json.writeStartObject();
        write("labels", alert.labels(), json);
        write("annotations", alert.annotations(), json);
        json.writeStringProperty("startsAt", alert.startsAt().toString());
        json.writeStringProperty("endsAt", alert.endsAt().toString());
        json.writeStringProperty("generatorURL", alert.generatorUrl());
        json.writeEndObject();
    }

    private static void write(String name, Labels labels, JsonGenerator json) {
        json.writeName(name);
        json.writeStartObject();
        labels.forEach(json::writeStringProperty);
        json.writeEndObject();
    }
}
