package io.dawsos.observatory.template.format;

/** Texts in quotes, with Go's escapes. */
public final class GoQuote {
    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b";
    private static final String ESCAPES = "abfnrtv";

    private GoQuote() {}

    /** In double quotes. */
    public static String quoted(String text) {
        return quoted(text, '"', false);
    }

    static String quoted(String text, char quote, boolean asciiOnly) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append(quote);
        text.codePoints().forEach(c -> append(quoted, c, quote, asciiOnly));
        return quoted.append(quote).toString();
    }

    private static void append(StringBuilder quoted, int c, char quote, boolean asciiOnly) {
        int simple = ESCAPED.indexOf(c);
        if (c == quote || c == '\\') {
            quoted.append('\\').append((char) c);
        } else if (simple >= 0) {
            quoted.append('\\').append(ESCAPES.charAt(simple));
        } else if (c < 0x80 ? c >= ' ' && c != 0x7f : !asciiOnly && isPrintable(c)) {
            quoted.appendCodePoint(c);
        } else if (c < 0x80) {
            quoted.append(String.format("\\x%02x", c));
        } else {
            quoted.append(c > 0xffff ? String.format("\\U%08x", c) : String.format("\\u%04x", c));
        }
    }

    /** Whether it is a letter, mark, number, punctuation, symbol or the space of ASCII. */
    public static boolean isPrintable(int c) {
        if (c == ' ') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Whether backquotes can hold it. */
    static boolean fitsBackquotes(String text) {
        return text.codePoints().noneMatch(c -> c == '`' || c == 0x7f || c == 0xfeff || (c < ' ' && c != '\t'));
    }
}
