package io.dawsos.observatory.model;

import java.util.regex.Pattern;

/** Labels as text, in PromQL's notation. */
final class LabelText {
    private static final Pattern METRIC = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private LabelText() {}

    static String of(Labels labels) {
        StringBuilder text = new StringBuilder();
        String metric = labels.metricName();
        boolean plain = METRIC.matcher(metric).matches();
        if (plain) {
            text.append(metric);
        }
        if (plain && labels.size() == 1) {
            return text.toString();
        }
        text.append('{');
        String separator = "";
        if (!plain && !metric.isEmpty()) {
            text.append(GoString.quoted(metric));
            separator = ", ";
        }
        for (int i = 0; i < labels.size(); i++) {
            if (!labels.name(i).equals(Labels.METRIC_NAME)) {
                text.append(separator)
                        .append(name(labels.name(i)))
                        .append('=')
                        .append(GoString.quoted(labels.value(i)));
                separator = ", ";
            }
        }
        return text.append('}').toString();
    }

    static String name(String name) {
        return LABEL.matcher(name).matches() ? name : GoString.quoted(name);
    }
}
