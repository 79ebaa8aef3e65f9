package io.dawsos.observatory.promql.parse;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;

/**
 * A series as test scripts and rule tests name it: <code>up{job="api"}</code>, <code>{"my.metric", job="api"}</code>.
 *
 * @param end index after it in the text
 */
public record SeriesName(Labels labels, int end) {

    /**
     * Reads the name at the beginning of a text.
     *
     * @throws io.dawsos.observatory.promql.PromQlException when it is malformed; the message says where
     */
    public static SeriesName read(String text) {
        Reader reader = new Reader(text);
        reader.name();
        if (reader.peek() == '{') {
            reader.braces();
        }
        return new SeriesName(reader.labels.build(), reader.position);
    }

    private static final class Reader {
        private final String text;
        private final LabelsBuilder labels = new LabelsBuilder();
        private int position;

        Reader(String text) {
            this.text = text;
        }

        char peek() {
            return position < text.length() ? text.charAt(position) : '\0';
        }

        void name() {
            String name = word(true);
            labels.set(Labels.METRIC_NAME, name);
        }

        private String word(boolean colons) {
            int start = position;
            while (letter(peek()) || peek() == ':' && colons || position > start && peek() >= '0' && peek() <= '9') {
                position++;
            }
            return text.substring(start, position);
        }

        private static boolean letter(char c) {
            return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        }

        void braces() {
            position++;
            for (skipSpace(); peek() != '}'; skipSpace()) {
                label();
                skipSpace();
                if (peek() == ',') {
                    position++;
                } else if (peek() != '}') {
                    throw fail("the labels want \",\" or \"}\"");
                }
            }
            position++;
        }

        private void label() {
            boolean quoted = peek() == '"' || peek() == '\'' || peek() == '`';
            String label = quoted ? string() : word(false);
            if (label.isEmpty()) {
                throw fail("the braces want a label");
            }
            skipSpace();
            if (peek() == '=') {
                position++;
                skipSpace();
                labels.set(label, string());
            } else if (quoted) {
                labels.set(Labels.METRIC_NAME, label);
            } else {
                throw fail("the label \"" + label + "\" wants =");
            }
        }

        private String string() {
            if (peek() != '"' && peek() != '\'' && peek() != '`') {
                throw fail("a label's value stands in quotes");
            }
            QuotedString string = QuotedString.read(text, position);
            position = string.end();
            return string.value();
        }

        private void skipSpace() {
            while (peek() == ' ' || peek() == '\t') {
                position++;
            }
        }

        private RuntimeException fail(String message) {
            return SyntaxFailure.at(text, position, message);
        }
    }
}
