package io.dawsos.observatory.rules.check;

/**
 * An expression as it stands in a rule file.
 *
 * @param value its text, without the notation of YAML
 * @param style how YAML writes it
 * @param start index of its first character in the file, a quote or the sign of a block among them
 * @param end index after its last character
 * @param keyColumn where its key begins in the line, from 0
 * @param flow whether it stands in braces or brackets, where there is no room for lines of its own
 * @param line of its beginning, from 1
 */
record ExprScalar(String value, Style style, int start, int end, int keyColumn, boolean flow, int line) {
    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        /** {@code |} or {@code >} */
        BLOCK
    }
}
