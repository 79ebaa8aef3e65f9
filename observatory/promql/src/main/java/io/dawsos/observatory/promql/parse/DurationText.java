package io.dawsos.observatory.promql.parse;

import java.util.OptionalLong;

/** Durations as Prometheus writes them: {@code 1h30m}, the units from the largest to the smallest, each at most once. */
public final class DurationText {
    /** The largest length, what Prometheus holds in 64 bits of nanoseconds: 292 years. */
    public static final long LONGEST_MILLIS = Long.MAX_VALUE / 1_000_000;

    private static final String[] UNITS = {"y", "w", "d", "h", "m", "s", "ms"};
    private static final long[] MILLIS = {
        365L * 86_400_000, 7L * 86_400_000, 86_400_000, 3_600_000, 60_000, 1000, 1
    };

    private DurationText() {}

    /** Milliseconds of a duration without sign; empty when the text is none, or too long. */
    public static OptionalLong parse(String text) {
        long millis = 0;
        int position = 0;
        int unit = -1;
        while (position < text.length()) {
            int digits = position;
            while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
                digits++;
            }
            int next = unitAt(text, digits);
            // 12 digits of the smallest unit are the longest duration; 16 of them cannot overflow the sum below.
            if (digits == position || digits - position > 13 || next <= unit) {
                return OptionalLong.empty();
            }
            unit = next;
            long count = Long.parseLong(text, position, digits, 10);
            if (count > (LONGEST_MILLIS - millis) / MILLIS[unit]) {
                return OptionalLong.empty();
            }
            millis += count * MILLIS[unit];
            position = digits + UNITS[unit].length();
        }
        return unit < 0 ? OptionalLong.empty() : OptionalLong.of(millis);
    }

    private static int unitAt(String text, int position) {
        for (int i = UNITS.length - 1; i >= 0; i--) {
            if (text.startsWith(UNITS[i], position)) {
                return i;
            }
        }
        return -1;
    }

    /** A duration as text, with a sign when it is negative; {@code 0s} for none. */
    public static String of(long millis) {
        if (millis == 0) {
            return "0s";
        }
        StringBuilder text = new StringBuilder(millis < 0 ? "-" : "");
        long rest = Math.abs(millis);
        for (int i = 2; i < UNITS.length; i++) {
            if (rest >= MILLIS[i]) {
                text.append(rest / MILLIS[i]).append(UNITS[i]);
                rest %= MILLIS[i];
            }
        }
        return text.toString();
    }
}
