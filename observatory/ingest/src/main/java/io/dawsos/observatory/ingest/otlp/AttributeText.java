package io.dawsos.observatory.ingest.otlp;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Values of attributes as text; lists and maps in JSON, bytes in Base64. */
final class AttributeText {
    private static final int DEEPEST = 16;

    private AttributeText() {}

    static String of(AnyValue value) {
        return value.getValueCase() == AnyValue.ValueCase.STRING_VALUE ? value.getStringValue() : json(value, 0, false);
    }

    private static String json(AnyValue value, int depth, boolean inner) {
        if (depth > DEEPEST) {
            return "null";
        }
        return switch (value.getValueCase()) {
            case STRING_VALUE -> quoted(value.getStringValue());
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            case INT_VALUE -> Long.toString(value.getIntValue());
            case DOUBLE_VALUE -> number(value.getDoubleValue());
            case BYTES_VALUE -> {
                String text =
                        Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray());
                yield inner ? quoted(text) : text;
            }
            case ARRAY_VALUE -> array(value.getArrayValue().getValuesList(), depth);
            case KVLIST_VALUE -> map(value.getKvlistValue().getValuesList(), depth);
            default -> inner ? "null" : "";
        };
    }

    private static String array(List<AnyValue> values, int depth) {
        return values.stream().map(one -> json(one, depth + 1, true)).collect(Collectors.joining(",", "[", "]"));
    }

    private static String map(List<KeyValue> values, int depth) {
        return values.stream()
                .map(one -> quoted(one.getKey()) + ":" + json(one.getValue(), depth + 1, true))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Whole numbers without a point. */
    private static String number(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
