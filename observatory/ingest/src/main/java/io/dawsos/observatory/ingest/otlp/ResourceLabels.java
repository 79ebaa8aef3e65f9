package io.dawsos.observatory.ingest.otlp;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What all series of a resource have in common. */
final class ResourceLabels {
    private static final String SERVICE_NAME = "service.name";
    private static final String SERVICE_NAMESPACE = "service.namespace";
    private static final String SERVICE_INSTANCE = "service.instance.id";
    private static final Set<String> IDENTIFYING = Set.of(SERVICE_NAME, SERVICE_NAMESPACE, SERVICE_INSTANCE);

    private final OtlpConfig config;
    private final AttributeLabels labels;
    private final List<KeyValue> attributes;
    private final String job;
    private final String instance;

    ResourceLabels(OtlpConfig config, AttributeLabels labels, Resource resource) {
        this.config = config;
        this.labels = labels;
        attributes = resource.getAttributesList();
        String name = text(SERVICE_NAME);
        String namespace = text(SERVICE_NAMESPACE);
        job = name.isEmpty() || namespace.isEmpty() ? name : namespace + "/" + name;
        instance = text(SERVICE_INSTANCE);
    }

    private String text(String key) {
        return attributes.stream()
                .filter(attribute -> attribute.getKey().equals(key))
                .map(attribute -> AttributeText.of(attribute.getValue()))
                .findFirst()
                .orElse("");
    }

    /** The labels of a point, without its metric's name. */
    Labels of(List<KeyValue> point, ScopeMetrics scope) {
        Stream<KeyValue> promoted = attributes.stream().filter(attribute -> config.promotes(attribute.getKey()));
        LabelsBuilder built = labels.of(Stream.concat(point.stream(), promoted));
        if (config.promotesScope()) {
            addScope(built, scope);
        }
        return identified(built).build();
    }

    private LabelsBuilder identified(LabelsBuilder built) {
        if (!job.isEmpty()) {
            built.set("job", job);
        }
        if (!instance.isEmpty()) {
            built.set("instance", instance);
        }
        return built;
    }

    private void addScope(LabelsBuilder built, ScopeMetrics metrics) {
        InstrumentationScope scope = metrics.getScope();
        Labels named = labels.of(scope.getAttributesList().stream().map(one -> one.toBuilder()
                        .setKey("otel_scope_" + one.getKey())
                        .build()))
                .build();
        named.forEach(built::set);
        built.set("otel_scope_name", scope.getName());
        built.set("otel_scope_version", scope.getVersion());
        built.set("otel_scope_schema_url", metrics.getSchemaUrl());
    }

    /** The series that holds what else is said of the resource; empty when nothing is, or nothing tells it from others. */
    Labels targetInfo() {
        LabelsBuilder built = labels.of(attributes.stream()
                .filter(attribute -> config.keepsIdentifying() || !IDENTIFYING.contains(attribute.getKey())));
        if (built.build().isEmpty() || (job.isEmpty() && instance.isEmpty())) {
            return Labels.EMPTY;
        }
        return identified(built).set(Labels.METRIC_NAME, "target_info").build();
    }
}
