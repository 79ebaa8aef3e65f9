package io.dawsos.observatory.rules.template;

import java.util.List;

/** Numbers as people read them: four digits and a unit of the right size. */
final class Humanized {
    private static final List<String> LARGE = List.of("k", "M", "G", "T", "P", "E", "Z", "Y");
    private static final List<String> LARGE_BINARY = List.of("ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi");
    private static final List<String> SMALL = List.of("m", "u", "n", "p", "f", "a", "z", "y");

    private Humanized() {}

    /** In thousands or thousandths: {@code 1.234M}. */
    static String metric(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return GoNumber.fourDigits(value);
        }
        return Math.abs(value) >= 1 ? large(value, LARGE, 1000) : small(value);
    }

    /** In steps of 1024: {@code 1.5Gi}. */
    static String binary(double value) {
        if (Math.abs(value) <= 1 || !Double.isFinite(value)) {
            return GoNumber.fourDigits(value);
        }
        return large(value, LARGE_BINARY, 1024);
    }

    private static String large(double value, List<String> prefixes, double step) {
        double rest = value;
        int steps = 0;
        while (steps < prefixes.size() && Math.abs(rest) >= step) {
            rest /= step;
            steps++;
        }
        return GoNumber.fourDigits(rest) + (steps == 0 ? "" : prefixes.get(steps - 1));
    }

    private static String small(double value) {
        double rest = value;
        int steps = 0;
        while (steps < SMALL.size() && Math.abs(rest) < 1) {
            rest *= 1000;
            steps++;
        }
        return GoNumber.fourDigits(rest) + (steps == 0 ? "" : SMALL.get(steps - 1));
    }

    /** A ratio in per cent: {@code 12.5%}. */
    static String percentage(double ratio) {
        return GoNumber.fourDigits(ratio * 100) + "%";
    }

    /** Seconds: {@code 1d 2h 3m 4s}. */
    static String duration(double seconds) {
        if (!Double.isFinite(seconds)) {
            return GoNumber.fourDigits(seconds);
        }
        if (seconds == 0) {
            return GoNumber.fourDigits(seconds) + "s";
        }
        if (Math.abs(seconds) < 1) {
            return small(seconds) + "s";
        }
        return (seconds < 0 ? "-" : "") + inUnits(Math.abs(seconds));
    }

    private static String inUnits(double seconds) {
        long whole = (long) seconds;
        long days = whole / 86_400;
        long hours = whole / 3600 % 24;
        long minutes = whole / 60 % 60;
        String rest = whole % 60 + "s";
        if (days != 0) {
            return days + "d " + hours + "h " + minutes + "m " + rest;
        }
        if (hours != 0) {
            return hours + "h " + minutes + "m " + rest;
        }
        return minutes != 0 ? minutes + "m " + rest : GoNumber.fourDigits(seconds) + "s";
    }
}
