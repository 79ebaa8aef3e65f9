package io.dawsos.observatory.alertmanager.matcher;

/**
 * A token of the UTF-8 language.
 *
 * @param text a word's text without quotes and escapes, else as written
 * @param at index of its first character
 */
record Token(Kind kind, String text, int at) {
    enum Kind {
        OPEN,
        CLOSE,
        COMMA,
        EQUAL,
        NOT_EQUAL,
        REGEX,
        NOT_REGEX,
        WORD,
        END
    }
}
