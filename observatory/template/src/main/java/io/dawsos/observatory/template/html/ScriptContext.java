package io.dawsos.observatory.template.html;

import java.util.Set;

/** Where in a script the template stands. */
final class ScriptContext {
    private enum State {
        CODE,
        DOUBLE_QUOTED,
        SINGLE_QUOTED,
        TEMPLATE_LITERAL,
        REGEXP,
        LINE_COMMENT,
        BLOCK_COMMENT
    }

    private static final Set<String> BEFORE_REGEXP = Set.of(
            "break",
            "case",
            "continue",
            "delete",
            "do",
            "else",
            "finally",
            "in",
            "instanceof",
            "return",
            "throw",
            "try",
            "typeof",
            "void");

    private State state = State.CODE;
    private boolean characterSet;
    /** The last word or the last sign of the code. */
    private String last = "";

    void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            i = character(text, i);
        }
    }

    /** Takes what begins at an index and gives the last index of it. */
    private int character(String text, int i) {
        char c = text.charAt(i);
        switch (state) {
            case CODE -> {
                return code(text, i);
            }
            case DOUBLE_QUOTED -> {
                return quoted(c, '"', i);
            }
            case SINGLE_QUOTED -> {
                return quoted(c, '\'', i);
            }
            case TEMPLATE_LITERAL -> {
                return quoted(c, '`', i);
            }
            case REGEXP -> {
                characterSet = (characterSet || c == '[') && c != ']';
                return characterSet ? (c == '\\' ? i + 1 : i) : quoted(c, '/', i);
            }
            case LINE_COMMENT -> {
                if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
                    state = State.CODE;
                }
            }
            case BLOCK_COMMENT -> {
                if (text.startsWith("*/", i)) {
                    state = State.CODE;
                    return i + 1;
                }
            }
        }
        return i;
    }

    private int quoted(char c, char quote, int i) {
        if (c == '\\') {
            return i + 1;
        }
        if (c == quote) {
            state = State.CODE;
            last = ")";
        }
        return i;
    }

    private int code(String text, int i) {
        char c = text.charAt(i);
        switch (c) {
            case '"' -> state = State.DOUBLE_QUOTED;
            case '\'' -> state = State.SINGLE_QUOTED;
            case '`' -> state = State.TEMPLATE_LITERAL;
            case '/' -> {
                return slash(text, i);
            }
            default -> {
                if (Character.isJavaIdentifierPart(c)) {
                    boolean joins = i > 0 && Character.isJavaIdentifierPart(text.charAt(i - 1));
                    last = joins ? last + c : String.valueOf(c);
                } else if (!Character.isWhitespace(c)) {
                    boolean twice = (c == '+' || c == '-') && last.equals(String.valueOf(c));
                    last = twice ? ")" : String.valueOf(c);
                }
            }
        }
        return i;
    }

    private int slash(String text, int i) {
        if (text.startsWith("//", i)) {
            state = State.LINE_COMMENT;
            return i + 1;
        }
        if (text.startsWith("/*", i)) {
            state = State.BLOCK_COMMENT;
            return i + 1;
        }
        if (divides()) {
            last = "/";
        } else {
            state = State.REGEXP;
            characterSet = false;
        }
        return i;
    }

    /** Whether a slash divides here; otherwise it begins a regular expression. */
    private boolean divides() {
        if (last.isEmpty()) {
            return false;
        }
        char end = last.charAt(last.length() - 1);
        return end == ')' || end == ']' || (Character.isJavaIdentifierPart(end) && !BEFORE_REGEXP.contains(last));
    }

    String escaped(Value value) {
        return switch (state) {
            case CODE -> {
                last = ")";
                yield value.kind() == SafeText.Kind.JAVASCRIPT ? value.text() : ScriptEscape.value(value.value());
            }
            case DOUBLE_QUOTED, SINGLE_QUOTED -> ScriptEscape.string(value.text());
            case TEMPLATE_LITERAL ->
                throw new UnsafePlaceException("a value in a script's template literal cannot be made safe; "
                        + "assign it to a variable of the script first");
            case REGEXP -> ScriptEscape.regexp(value.text());
            case LINE_COMMENT, BLOCK_COMMENT -> "";
        };
    }
}
