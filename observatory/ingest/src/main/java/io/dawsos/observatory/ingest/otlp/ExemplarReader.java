package io.dawsos.observatory.ingest.otlp;

import com.google.protobuf.ByteString;
import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.LabelsBuilder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads exemplars; trace and span are labels, and other attributes while the whole stays short. */
final class ExemplarReader {
    private static final long NANOS = 1_000_000;
    /** The most characters that OpenMetrics allows in an exemplar's labels. */
    private static final int LONGEST = 128;

    private final AttributeLabels labels;

    ExemplarReader(AttributeLabels labels) {
        this.labels = labels;
    }

    List<Exemplar> read(List<io.opentelemetry.proto.metrics.v1.Exemplar> exemplars) {
        List<Exemplar> read = new ArrayList<>(exemplars.size());
        for (io.opentelemetry.proto.metrics.v1.Exemplar one : exemplars) {
            read.add(new Exemplar(labels(one).build(), value(one), Long.divideUnsigned(one.getTimeUnixNano(), NANOS)));
        }
        return read;
    }

    private static double value(io.opentelemetry.proto.metrics.v1.Exemplar exemplar) {
        return exemplar.hasAsInt() ? (double) exemplar.getAsInt() : exemplar.getAsDouble();
    }

    private LabelsBuilder labels(io.opentelemetry.proto.metrics.v1.Exemplar exemplar) {
        LabelsBuilder built = new LabelsBuilder();
        hex(built, "trace_id", exemplar.getTraceId());
        hex(built, "span_id", exemplar.getSpanId());
        LabelsBuilder all = built.build().toBuilder();
        labels.of(exemplar.getFilteredAttributesList().stream()).build().forEach(all::set);
        int[] length = {0};
        all.build().forEach((name, value) -> length[0] += name.length() + value.length());
        return length[0] <= LONGEST ? all : built;
    }

    private static void hex(LabelsBuilder built, String name, ByteString id) {
        if (!id.isEmpty()) {
            built.set(name, HexFormat.of().formatHex(id.toByteArray()));
        }
    }
}
