package io.dawsos.observatory.template;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as Go writes it.
 *
 * @param text without underscores: a decimal integer, or what {@code Double.parseDouble} reads
 * @param end behind it
 */
record NumberLiteral(String text, boolean isInteger, int end) {
    private static final Pattern SHAPE = Pattern.compile("(?<sign>[+-]?)(?:"
            + "(?<hexfloat>0[xX](?:[0-9a-fA-F_]*\\.?[0-9a-fA-F_]*)[pP][+-]?[0-9_]+)"
            + "|0[xX](?<hex>[0-9a-fA-F_]+)"
            + "|0[bB](?<binary>[01_]+)"
            + "|0[oO](?<octal>[0-7_]+)"
            + "|(?<float>[0-9][0-9_]*\\.[0-9_]*(?:[eE][+-]?[0-9_]+)?|\\.[0-9][0-9_]*(?:[eE][+-]?[0-9_]+)?|[0-9][0-9_]*[eE][+-]?[0-9_]+)"
            + "|0(?<old>[0-7_]+)(?![0-9])"
            + "|(?<decimal>0|[1-9][0-9_]*))");

    /** Longer than any double that is written out. */
    private static final int LONGEST = 800;

    static NumberLiteral read(Source source, int at) {
        Matcher shape = SHAPE.matcher(source.text()).region(at, source.text().length());
        if (!shape.lookingAt() || shape.end() - at > LONGEST || !ends(source.text(), shape.end())) {
            throw source.problem(at, "no number; write numbers like 300, -0.5, 1e3 or 0x1f");
        }
        String sign = shape.group("sign");
        if (shape.group("float") != null) {
            return floating(source, at, sign + digits(shape, "float"), shape.end());
        }
        if (shape.group("hexfloat") != null) {
            return floating(source, at, sign + digits(shape, "hexfloat"), shape.end());
        }
        return integer(source, at, sign, shape);
    }

    private static boolean ends(String text, int end) {
        return end >= text.length() || (!ActionLexer.wordCharacter(text.codePointAt(end)) && text.charAt(end) != '.');
    }

    private static String digits(Matcher shape, String group) {
        return shape.group(group).replace("_", "");
    }

    private static NumberLiteral floating(Source source, int at, String text, int end) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            TemplateException problem = source.problem(at, "no number; write numbers like 300, -0.5, 1e3 or 0x1f");
            problem.addSuppressed(e);
            throw problem;
        }
        if (Double.isInfinite(value)) {
            throw source.problem(at, "a number beyond what a float holds");
        }
        return new NumberLiteral(text, false, end);
    }

    private static NumberLiteral integer(Source source, int at, String sign, Matcher shape) {
        String group = group(shape);
        int radix =
                switch (group) {
                    case "hex" -> 16;
                    case "binary" -> 2;
                    case "octal", "old" -> 8;
                    default -> 10;
                };
        String digits = digits(shape, group);
        if (digits.isEmpty()) {
            throw source.problem(at, "no number; write digits behind its prefix");
        }
        BigInteger value = new BigInteger((sign.equals("-") ? "-" : "") + digits, radix);
        if (value.bitLength() > 63) {
            throw source.problem(at, "an integer beyond 64 bits; write it with a decimal point for a float");
        }
        return new NumberLiteral(value.toString(), true, shape.end());
    }

    private static String group(Matcher shape) {
        for (String group : new String[] {"hex", "binary", "octal", "old"}) {
            if (shape.group(group) != null) {
                return group;
            }
        }
        return "decimal";
    }
}
