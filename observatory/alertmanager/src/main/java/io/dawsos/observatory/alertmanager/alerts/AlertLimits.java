package io.dawsos.observatory.alertmanager.alerts;

import io.dawsos.observatory.model.GoString;
import io.dawsos.observatory.model.Labels;
import org.jspecify.annotations.Nullable;

/**
 * What alerts may be.
 *
 * @param alerts how many are kept; further ones are refused
 * @param perName how many of one {@code alertname}; 0 for any number
 * @param labels how many labels, and how many annotations, one has
 * @param bytes how long the names and values of one's labels and annotations are together, in UTF-16 units
 */
public record AlertLimits(int alerts, int perName, int labels, int bytes) {
    public static final AlertLimits DEFAULT = new AlertLimits(200_000, 0, 128, 64 << 10);

    /** Why an alert is refused, null when it is not. */
    @Nullable
    String problem(StoredAlert alert) {
        if (alert.labels().isEmpty()) {
            return "an alert wants at least one label that is not empty, got none; set labels.alertname";
        }
        if (alert.labels().has("") || !isUnicode(alert.labels()) || !isUnicode(alert.annotations())) {
            return "an alert wants labels and annotations with names, and of Unicode, got " + alert.labels();
        }
        if (alert.endsAt().isBefore(alert.startsAt())) {
            return "alert " + alert.labels() + " wants to end after its start, got startsAt " + alert.startsAt()
                    + " and endsAt " + alert.endsAt();
        }
        if (alert.labels().size() > labels || alert.annotations().size() > labels) {
            return "alert " + alert.labels().get("alertname") + " wants at most " + labels
                    + " labels and as many annotations, got " + alert.labels().size() + " and "
                    + alert.annotations().size();
        }
        int size = size(alert.labels())
                + size(alert.annotations())
                + alert.generatorUrl().length();
        return size <= bytes
                ? null
                : "alert " + alert.labels().get("alertname") + " wants at most " + bytes
                        + " characters in its labels and annotations, got " + size;
    }

    private static boolean isUnicode(Labels labels) {
        return labels.toMap().entrySet().stream()
                .allMatch(label -> GoString.isUnicode(label.getKey()) && GoString.isUnicode(label.getValue()));
    }

    private static int size(Labels labels) {
        int size = 0;
        for (int i = 0; i < labels.size(); i++) {
            size += labels.name(i).length() + labels.value(i).length();
        }
        return size;
    }
}
