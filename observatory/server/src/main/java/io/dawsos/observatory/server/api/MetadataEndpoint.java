package io.dawsos.observatory.server.api;

import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.promql.Cancellation;
import io.dawsos.observatory.server.http.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;

/** {@code /api/v1/metadata}: type, help and unit of metrics. */
final class MetadataEndpoint implements Endpoint {
    private final Supplier<Map<String, MetricMetadata>> metadata;

    MetadataEndpoint(Supplier<Map<String, MetricMetadata>> metadata) {
        this.metadata = metadata;
    }

    @Override
    public Answer answer(Parameters parameters, Cancellation gone) {
        int limit = parameters.has("limit") ? parameters.limit("limit") : Integer.MAX_VALUE;
        String metric = parameters.get("metric");
        Map<String, MetricMetadata> given = new LinkedHashMap<>();
        metadata.get().forEach((name, known) -> {
            if (given.size() < limit && (metric.isEmpty() || metric.equals(name))) {
                given.put(name, known);
            }
        });
        return new Answer(out -> {
            out.writeStartObject();
            given.forEach((name, known) -> write(out, name, known));
            out.writeEndObject();
        });
    }

    private static void write(JsonGenerator out, String name, MetricMetadata known) {
        out.writeName(name);
        out.writeStartArray();
        out.writeStartObject();
        out.writeStringProperty("type", known.type());
        out.writeStringProperty("help", known.help());
        out.writeStringProperty("unit", known.unit());
        out.writeEndObject();
        out.writeEndArray();
    }
}
