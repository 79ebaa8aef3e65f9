package io.dawsos.observatory.template.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whole numbers under directives. */
final class IntegerText {
    private IntegerText() {}

    /** Null when the verb is none for whole numbers. */
    static @Nullable String of(long number, Directive directive) {
        return switch (directive.verb()) {
            case 'v', 'd' -> digits(number, 10, "", directive);
            case 'b' -> digits(number, 2, directive.sharp() ? "0b" : "", directive);
            case 'o' -> digits(number, 8, directive.sharp() ? "0" : "", directive);
            case 'O' -> digits(number, 8, "0o", directive);
            case 'x' -> digits(number, 16, directive.sharp() ? "0x" : "", directive);
            case 'X' ->
                digits(number, 16, directive.sharp() ? "0x" : "", directive).toUpperCase(Locale.ROOT);
            case 'c' -> directive.pad(Character.toString(character(number)));
            case 'q' -> directive.pad(GoQuote.quoted(Character.toString(character(number)), '\'', directive.plus()));
            case 'U' -> directive.padWithSpaces(unicode(number, directive));
            default -> null;
        };
    }

    private static String digits(long number, int radix, String prefix, Directive directive) {
        if (directive.precision() == 0 && number == 0) {
            return " ".repeat(Math.max(directive.width(), 0));
        }
        String sign = number < 0 ? "-" : directive.signed() ? "+" : directive.space() ? " " : "";
        String digits = number < 0 ? Long.toUnsignedString(-number, radix) : Long.toString(number, radix);
        int least = directive.precision();
        if (least < 0 && directive.zero()) {
            least = directive.width() - sign.length();
        }
        String zeros = "0".repeat(Math.max(0, least - digits.length()));
        String shownPrefix = prefix.equals("0") && (zeros + digits).startsWith("0") ? "" : prefix;
        return directive.padWithSpaces(sign + shownPrefix + zeros + digits);
    }

    private static int character(long number) {
        boolean valid = number >= 0 && number <= Character.MAX_CODE_POINT && (number < 0xd800 || number > 0xdfff);
        return valid ? (int) number : 0xfffd;
    }

    private static String unicode(long number, Directive directive) {
        int least = Math.max(4, directive.precision());
        String digits = Long.toHexString(number).toUpperCase(Locale.ROOT);
        String text = "U+" + "0".repeat(Math.max(0, least - digits.length())) + digits;
        int c = character(number);
        return directive.sharp() && c == number && GoQuote.isPrintable(c)
                ? text + " '" + Character.toString(c) + "'"
                : text;
    }
}
