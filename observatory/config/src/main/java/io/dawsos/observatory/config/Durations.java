package io.dawsos.observatory.config;

import java.time.Duration;

/** Durations as Prometheus writes them: {@code 1h30m}, the units from the largest to the smallest, each at most once. */
public final class Durations {
    private static final String[] UNITS = {"y", "w", "d", "h", "m", "s", "ms"};
    private static final long[] MILLIS = {365L * 86_400_000, 7L * 86_400_000, 86_400_000, 3_600_000, 60_000, 1000, 1};
    private static final long LONGEST_MILLIS = Long.MAX_VALUE / 1_000_000;
    private static final int WEEKS = 1;

    private Durations() {}

    /** @throws IllegalArgumentException when the text is no duration, or longer than 292 years */
    public static Duration parse(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        long millis = 0;
        int unit = -1;
        for (int position = 0; position < text.length(); position += UNITS[unit].length()) {
            int digits = digits(text, position);
            int next = unitAt(text, digits);
            // 13 digits hold the longest duration, and as many cannot overflow a long.
            if (digits == position || digits - position > 13 || next <= unit) {
                throw noDuration(text);
            }
            unit = next;
            long count = Long.parseLong(text, position, digits, 10);
            if (count > (LONGEST_MILLIS - millis) / MILLIS[unit]) {
                throw noDuration(text);
            }
            millis += count * MILLIS[unit];
            position = digits;
        }
        if (unit < 0) {
            throw noDuration(text);
        }
        return Duration.ofMillis(millis);
    }

    private static int digits(String text, int position) {
        int end = position;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static int unitAt(String text, int position) {
        for (int i = UNITS.length - 1; i >= 0; i--) {
            if (text.startsWith(UNITS[i], position)) {
                return i;
            }
        }
        return -1;
    }

    private static IllegalArgumentException noDuration(String text) {
        return new IllegalArgumentException(
                "wanted a duration of at most 292 years such as 30s or 1h30m, got \"" + text + "\"");
    }

    /** As Prometheus prints it, to the millisecond: years and weeks only where they leave no rest; {@code 0s} for none. */
    public static String text(Duration duration) {
        long rest = Math.abs(duration.toMillis());
        if (rest == 0) {
            return "0s";
        }
        StringBuilder text = new StringBuilder(duration.isNegative() ? "-" : "");
        for (int i = 0; i < UNITS.length; i++) {
            if (rest >= MILLIS[i] && (i > WEEKS || rest % MILLIS[i] == 0)) {
                text.append(rest / MILLIS[i]).append(UNITS[i]);
                rest %= MILLIS[i];
            }
        }
        return text.toString();
    }
}
