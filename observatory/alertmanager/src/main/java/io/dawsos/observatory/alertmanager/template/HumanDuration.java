package io.dawsos.observatory.alertmanager.template;

import io.dawsos.observatory.template.TemplateException;
import io.dawsos.observatory.template.format.GoFloat;
import org.jspecify.annotations.Nullable;

/** Durations as people say them: {@code 1d 2h 3m 4s}, {@code 12.5ms}. */
final class HumanDuration {
    private static final String[] PREFIXES = {"m", "u", "n", "p", "f", "a", "z", "y"};
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;

    private HumanDuration() {}

    static String text(@Nullable Object value) {
        return text(seconds(value));
    }

    private static double seconds(@Nullable Object value) {
        return switch (value) {
            case Double number -> number;
            case Long number -> number;
            case GoDuration duration -> duration.seconds();
            case CharSequence text -> parsed(text.toString());
            case null, default -> throw new TemplateException("wants seconds, or a duration as of since");
        };
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            TemplateException problem = new TemplateException("wants seconds, got the string \"" + text + "\"");
            problem.initCause(e);
            throw problem;
        }
    }

    private static String text(double seconds) {
        if (seconds == 0) {
            return "0s";
        }
        double size = Math.abs(seconds);
        if (Double.isNaN(seconds) || Double.isInfinite(seconds)) {
            return GoFloat.text(seconds, 'g', 4);
        }
        return (seconds < 0 ? "-" : "") + (size >= 1 ? large(size) : small(size));
    }

    private static String large(double size) {
        long whole = (long) size;
        if (whole < MINUTE) {
            return GoFloat.text(size, 'g', 4) + "s";
        }
        String text = whole / MINUTE % 60 + "m " + whole % MINUTE + "s";
        if (whole >= HOUR) {
            text = whole / HOUR % 24 + "h " + text;
        }
        return whole >= DAY ? whole / DAY + "d " + text : text;
    }

    private static String small(double size) {
        double scaled = size;
        String prefix = "";
        for (String next : PREFIXES) {
            if (scaled >= 1) {
                break;
            }
            prefix = next;
            scaled *= 1000;
        }
        return GoFloat.text(scaled, 'g', 4) + prefix + "s";
    }
}
