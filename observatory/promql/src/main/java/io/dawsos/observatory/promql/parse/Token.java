package io.dawsos.observatory.promql.parse;

import java.util.Locale;

/**
 * A piece of a query.
 *
 * @param text as written; of a string its value, without quotes and escapes
 * @param start index of its first character in the query
 * @param end index after its last character
 */
record Token(TokenType type, String text, int start, int end) {

    /** Whether it is this keyword, in any case. */
    boolean isWord(String lowercase) {
        return type == TokenType.WORD && text.equalsIgnoreCase(lowercase);
    }

    String lowercase() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** As a message names it. */
    String shown() {
        return switch (type) {
            case END -> "the end of the query";
            case STRING -> "the string " + Shown.quoted(text);
            default -> Shown.quoted(text);
        };
    }
}
