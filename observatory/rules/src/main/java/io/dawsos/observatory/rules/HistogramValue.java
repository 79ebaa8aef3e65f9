package io.dawsos.observatory.rules;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.promql.eval.GoText;
import io.dawsos.observatory.promql.histogram.BucketRow;

/** A histogram as templates print it: <code>{count:3, sum:4.5, (1,2]:3}</code>. */
final class HistogramValue {
    private HistogramValue() {}

    static String text(NativeHistogram histogram) {
        StringBuilder text = new StringBuilder("{count:")
                .append(GoText.general(histogram.count()))
                .append(", sum:")
                .append(GoText.general(histogram.sum()));
        BucketRow buckets = BucketRow.of(histogram);
        for (int i = 0; i < buckets.size(); i++) {
            text.append(", ")
                    .append(buckets.lower(i) < 0 ? '[' : '(')
                    .append(GoText.general(buckets.lower(i)))
                    .append(',')
                    .append(GoText.general(buckets.upper(i)))
                    .append(buckets.upper(i) > 0 ? ']' : ')')
                    .append(':')
                    .append(GoText.general(buckets.count(i)));
        }
        return text.append('}').toString();
    }
}
