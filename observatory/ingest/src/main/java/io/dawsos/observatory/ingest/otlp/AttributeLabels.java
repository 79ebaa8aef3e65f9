package io.dawsos.observatory.ingest.otlp;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Attributes as labels. Values of attributes that have the same name as labels are joined, in order of their names. */
final class AttributeLabels {
    private final LabelNames names;

    AttributeLabels(LabelNames names) {
        this.names = names;
    }

    LabelsBuilder of(Stream<KeyValue> attributes) {
        LabelsBuilder labels = new LabelsBuilder();
        List<KeyValue> sorted =
                attributes.sorted(Comparator.comparing(KeyValue::getKey)).toList();
        for (KeyValue attribute : sorted) {
            String name = names.of(attribute.getKey());
            String value = AttributeText.of(attribute.getValue());
            if (!name.isEmpty() && !name.equals(Labels.METRIC_NAME)) {
                labels.set(name, labels.has(name) ? labels.get(name) + ";" + value : value);
            }
        }
        return labels;
    }
}
