package io.dawsos.observatory.alertmanager.route;

import io.dawsos.observatory.model.Labels;
import java.util.StringJoiner;

/** Labels as Go's Prometheus libraries print a label set: {@code {a="b", c="d"}}. Group keys are made of it. */
final class LabelSetText {
    private LabelSetText() {}

    static String of(Labels labels) {
        StringJoiner text = new StringJoiner(", ", "{", "}");
        labels.forEach((name, value) -> text.add(name + "=" + quoted(value)));
        return text.toString();
    }

    /** As Go's {@code %q}. */
    static String quoted(String value) {
        StringBuilder quoted = new StringBuilder(value.length() + 2).append('"');
        value.codePoints().forEach(c -> append(quoted, c));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int c) {
        switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case 0x07 -> quoted.append("\\a");
            case '\b' -> quoted.append("\\b");
            case '\f' -> quoted.append("\\f");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            case 0x0b -> quoted.append("\\v");
            default -> {
                if (isPrintable(c)) {
                    quoted.appendCodePoint(c);
                } else if (c < ' ' || c == 0x7f) {
                    quoted.append(String.format("\\x%02x", c));
                } else {
                    quoted.append(String.format(c > 0xffff ? "\\U%08x" : "\\u%04x", c));
                }
            }
        }
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
