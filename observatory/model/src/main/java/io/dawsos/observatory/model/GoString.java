package io.dawsos.observatory.model;

/** Strings in double quotes, with Go's escapes. */
public final class GoString {
    /** A byte that is no UTF-8 is kept as the character of this number plus the byte, a surrogate without its pair. */
    public static final char LOST_BYTES = 0xdc00;

    private GoString() {}

    /** Whether all of a text is Unicode. */
    public static boolean isUnicode(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f) {
                        quoted.append(String.format("\\x%02x", (int) c));
                    } else if (isLostByte(text, i)) {
                        quoted.append(String.format("\\x%02x", c - LOST_BYTES));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean isLostByte(String text, int i) {
        char c = text.charAt(i);
        boolean paired = i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        return !paired && c >= LOST_BYTES + 0x80 && c <= LOST_BYTES + 0xff;
    }
}
