package io.dawsos.observatory.template.format;

import org.jspecify.annotations.Nullable;

/** Floats under directives. */
final class FloatText {
    private FloatText() {}

    /** Null when the verb is none for floats. */
    static @Nullable String of(double number, Directive directive) {
        return switch (directive.verb()) {
            case 'v' -> padded(GoFloat.text(number, 'g', directive.precision()), directive);
            case 'g', 'G', 'x', 'X', 'b' ->
                padded(GoFloat.text(number, (char) directive.verb(), directive.precision()), directive);
            case 'e', 'E', 'f' ->
                padded(GoFloat.text(number, (char) directive.verb(), precision(directive)), directive);
            case 'F' -> padded(GoFloat.text(number, 'f', precision(directive)), directive);
            default -> null;
        };
    }

    private static int precision(Directive directive) {
        return directive.precision() < 0 ? 6 : directive.precision();
    }

    private static String padded(String text, Directive directive) {
        String sign = text.startsWith("-") || text.startsWith("+") ? text.substring(0, 1) : "";
        String digits = text.substring(sign.length());
        boolean number = Character.isDigit(digits.charAt(0));
        String shownSign = sign(sign, number, directive);
        if (number && directive.zero()) {
            String zeros = "0".repeat(Math.max(0, directive.width() - shownSign.length() - digits.length()));
            return shownSign + zeros + digits;
        }
        return directive.padWithSpaces(shownSign + digits);
    }

    private static String sign(String sign, boolean number, Directive directive) {
        if (sign.equals("-")) {
            return sign;
        }
        if (directive.signed()) {
            return "+";
        }
        return directive.space() ? " " : number ? "" : sign;
    }
}
