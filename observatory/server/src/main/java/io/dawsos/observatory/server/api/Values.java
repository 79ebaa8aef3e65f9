package io.dawsos.observatory.server.api;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.promql.histogram.BucketRow;
import java.util.Collection;
import tools.jackson.core.JsonGenerator;

/** Labels, samples and histograms as Prometheus's API writes them. */
final class Values {
    /** How a bucket's bounds belong to it. */
    private static final int UPPER_ONLY = 0;

    private static final int LOWER_ONLY = 1;
    private static final int BOTH = 3;

    private Values() {}

    static void texts(JsonGenerator out, Collection<String> texts) {
        out.writeStartArray();
        texts.forEach(out::writeString);
        out.writeEndArray();
    }

    static void labels(JsonGenerator out, Labels labels) {
        out.writeStartObject();
        labels.forEach(out::writeStringProperty);
        out.writeEndObject();
    }

    /** {@code [time, "value"]}. */
    static void sample(JsonGenerator out, long timestamp, double value) {
        out.writeStartArray();
        out.writeNumber(GoNumber.seconds(timestamp));
        out.writeString(GoNumber.of(value));
        out.writeEndArray();
    }

    /** <code>[time, {…}]</code>. */
    static void sample(JsonGenerator out, long timestamp, NativeHistogram histogram) {
        out.writeStartArray();
        out.writeNumber(GoNumber.seconds(timestamp));
        histogram(out, histogram);
        out.writeEndArray();
    }

    private static void histogram(JsonGenerator out, NativeHistogram histogram) {
        out.writeStartObject();
        out.writeStringProperty("count", GoNumber.of(histogram.count()));
        out.writeStringProperty("sum", GoNumber.of(histogram.sum()));
        BucketRow buckets = BucketRow.of(histogram);
        if (buckets.size() > 0) {
            out.writeName("buckets");
            out.writeStartArray();
            for (int i = 0; i < buckets.size(); i++) {
                bucket(out, histogram, buckets, i);
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private static void bucket(JsonGenerator out, NativeHistogram histogram, BucketRow buckets, int i) {
        double lower = buckets.lower(i);
        double upper = buckets.upper(i);
        int bounds = UPPER_ONLY;
        if (!histogram.hasCustomBoundaries()) {
            double zero = histogram.zeroThreshold();
            if (lower == -upper) {
                bounds = BOTH;
            } else if (upper <= 0) {
                bounds = LOWER_ONLY;
                upper = upper > -zero ? -zero : upper;
            } else {
                lower = lower < zero ? zero : lower;
            }
        }
        out.writeStartArray();
        out.writeNumber(bounds);
        out.writeString(GoNumber.of(lower));
        out.writeString(GoNumber.of(upper));
        out.writeString(GoNumber.of(buckets.count(i)));
        out.writeEndArray();
    }
}
