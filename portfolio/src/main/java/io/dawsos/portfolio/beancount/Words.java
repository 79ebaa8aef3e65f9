package io.dawsos.portfolio.beancount;

/**
 * The forms of single words. Each method that ends in {@code End} answers where a word of its kind that begins at the
 * given index ends, or -1 where none begins.
 */
final class Words {

    private static final int LONGEST_COMMODITY = 24;

    private Words() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Begins an account or a commodity; letters outside of ASCII have no case here. */
    static boolean isUpper(char c) {
        return isCapital(c) || isOther(c);
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isTag(char c) {
        return isLetterOrDigit(c) || "-_/.".indexOf(c) >= 0;
    }

    private static boolean isOther(char c) {
        return c >= 0x80 && (Character.isLetterOrDigit(c) || Character.isSurrogate(c));
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || isCapital(c) || isDigit(c);
    }

    private static boolean isInAccount(char c) {
        return isLetterOrDigit(c) || c == '-' || isOther(c);
    }

    private static boolean isInCommodity(char c) {
        return isCapital(c) || isDigit(c) || c == '\'' || c == '.' || c == '_' || c == '-';
    }

    /** {@code 2026-11-24} or {@code 2026/11/24}; whether there is such a day is not looked at. */
    static int dateEnd(String text, int from) {
        int year = digitsEnd(text, from);
        if (year - from < 4 || !isDateSeparator(text, year)) {
            return -1;
        }
        int month = digitsEnd(text, year + 1);
        if (month == year + 1 || !isDateSeparator(text, month)) {
            return -1;
        }
        int day = digitsEnd(text, month + 1);
        return day == month + 1 ? -1 : day;
    }

    private static boolean isDateSeparator(String text, int at) {
        return charAt(text, at) == '-' || charAt(text, at) == '/';
    }

    /** Digits with commas among them, then perhaps a point and more digits. */
    static int numberEnd(String text, int from) {
        int end = from;
        for (int at = from; isDigit(charAt(text, at)) || charAt(text, at) == ','; at++) {
            if (isDigit(text.charAt(at))) {
                end = at + 1;
            }
        }
        return charAt(text, end) == '.' ? digitsEnd(text, end + 1) : end;
    }

    private static int digitsEnd(String text, int from) {
        int at = from;
        while (isDigit(charAt(text, at))) {
            at++;
        }
        return at;
    }

    static int keyEnd(String text, int from) {
        int at = from + 1;
        while (isLetterOrDigit(charAt(text, at)) || charAt(text, at) == '-' || charAt(text, at) == '_') {
            at++;
        }
        return at;
    }

    /** At least two parts, each begun with a capital letter or, after the first, a digit. */
    static int accountEnd(String text, int from) {
        int at = partEnd(text, from);
        int parts = 1;
        while (charAt(text, at) == ':' && startsPart(charAt(text, at + 1))) {
            at = partEnd(text, at + 1);
            parts++;
        }
        return parts > 1 ? at : -1;
    }

    private static boolean startsPart(char c) {
        return isUpper(c) || isDigit(c);
    }

    private static int partEnd(String text, int from) {
        int at = from;
        while (isInAccount(charAt(text, at))) {
            at++;
        }
        return at;
    }

    /** Capital letters, digits and {@code ' . _ -}, the last one a letter or a digit. */
    static int commodityEnd(String text, int from) {
        return isCapital(charAt(text, from)) ? trimmedEnd(text, from) : -1;
    }

    /** What may stand after a slash: the same, with a letter anywhere. */
    static int slashCommodityEnd(String text, int from) {
        int end = trimmedEnd(text, from);
        for (int at = from; at < end; at++) {
            if (isCapital(text.charAt(at))) {
                return end;
            }
        }
        return -1;
    }

    private static int trimmedEnd(String text, int from) {
        int end = -1;
        for (int at = from; isInCommodity(charAt(text, at)); at++) {
            if (isLetterOrDigit(text.charAt(at))) {
                end = at + 1;
            }
        }
        return end - from > LONGEST_COMMODITY || isLetterOrDigit(charAt(text, end)) ? -1 : end;
    }

    /** The word at the index, for an error message. */
    static String start(String text, int from) {
        int at = from;
        while (at - from < 30 && charAt(text, at) > ' ') {
            at++;
        }
        return text.substring(from, at);
    }

    /** A piece of a file for an error message: in quotes, on one line, not long. */
    static String quoted(String text) {
        return "\"" + (text.length() > 40 ? text.substring(0, 37) + "..." : text) + "\"";
    }

    static String printable(char c) {
        return c < ' ' || c == 0x7f || Character.isSurrogate(c) || !Character.isDefined(c)
                ? "U+%04X".formatted((int) c)
                : "\"" + c + "\"";
    }

    /** What an escaped text means: {@code \n} and {@code \t}; any other escaped character is itself. */
    static String unescape(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        StringBuilder text = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\' && ++i < escaped.length()) {
                c = switch (escaped.charAt(i)) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    default -> escaped.charAt(i);
                };
            }
            text.append(c);
        }
        return text.toString();
    }

    private static char charAt(String text, int at) {
        return at >= 0 && at < text.length() ? text.charAt(at) : 0;
    }
}
