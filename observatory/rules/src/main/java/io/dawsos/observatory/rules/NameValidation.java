package io.dawsos.observatory.rules;

import io.dawsos.observatory.model.GoString;
import java.util.regex.Pattern;

/** Which names metrics and labels may have: {@code metric_name_validation_scheme}. */
public enum NameValidation {
    /** Any text, as since Prometheus 3. */
    UTF8,
    /** Letters of ASCII, digits and underscores only, with no digit in front; in a metric's name also colons. */
    LEGACY;

    private static final Pattern METRIC = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    boolean isMetric(String name) {
        return this == UTF8 ? isText(name) : METRIC.matcher(name).matches();
    }

    boolean isLabel(String name) {
        return this == UTF8 ? isText(name) : LABEL.matcher(name).matches();
    }

    private static boolean isText(String name) {
        return !name.isEmpty() && GoString.isUnicode(name);
    }

    /** What a label's name must be, for messages. */
    String labelRule() {
        return this == UTF8 ? "is Unicode text and not empty" : "has letters, digits and _ only, no digit in front";
    }
}
