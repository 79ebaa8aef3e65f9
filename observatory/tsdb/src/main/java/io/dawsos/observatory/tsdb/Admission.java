package io.dawsos.observatory.tsdb;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Refusal;
import io.dawsos.observatory.tsdb.head.Head;
import org.jspecify.annotations.Nullable;

/** Whether a new series may be made. */
final class Admission {
    private Admission() {}

    /** The reason against it, null when there is none. */
    static @Nullable Refusal ofSeries(Labels labels, Head head, Limits limits) {
        if (labels.isEmpty()) {
            return Refusal.INVALID_LABELS;
        }
        if (labels.size() > limits.labels()) {
            return Refusal.LABEL_LIMIT;
        }
        for (int i = 0; i < labels.size(); i++) {
            if (labels.name(i).length() > limits.nameLength()) {
                return Refusal.NAME_LENGTH;
            }
            if (labels.value(i).length() > limits.valueLength()) {
                return Refusal.VALUE_LENGTH;
            }
            if (labels.name(i).isEmpty() || !isText(labels.name(i)) || !isText(labels.value(i))) {
                return Refusal.INVALID_LABELS;
            }
        }
        if (head.size() >= limits.series()) {
            return Refusal.SERIES_LIMIT;
        }
        String metric = labels.metricName();
        return !metric.isEmpty() && head.seriesOf(metric) >= limits.seriesPerMetric()
                ? Refusal.METRIC_SERIES_LIMIT
                : null;
    }

    /** Half of a surrogate pair alone has no UTF-8 form and would come back as another label. */
    static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
