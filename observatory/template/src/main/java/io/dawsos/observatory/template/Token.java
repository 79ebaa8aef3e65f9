package io.dawsos.observatory.template;

/**
 * A piece of a template.
 *
 * @param text what it stands for: a string without quotes and escapes, a field's name
 * @param offset where it begins
 */
record Token(TokenType type, String text, int offset) {
    boolean is(TokenType wanted) {
        return type == wanted;
    }

    boolean isWord(String word) {
        return type == TokenType.WORD && text.equals(word);
    }

    /** For messages. */
    String shown() {
        return switch (type) {
            case WORD, VARIABLE, INTEGER, FLOAT -> "\"" + text + "\"";
            case FIELD -> "\"." + text + "\"";
            case TEXT, SPACE, END, STRING -> type.shown();
            case LEFT, RIGHT, DOT, DECLARE, ASSIGN, PIPE, COMMA, OPEN, CLOSE -> "\"" + type.shown() + "\"";
        };
    }
}
