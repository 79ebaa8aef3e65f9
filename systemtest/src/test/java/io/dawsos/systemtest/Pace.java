package io.dawsos.systemtest;

import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How fast time passes in configuration files: each duration is divided by one number. Intervals, ranges, {@code for}
 * and what a process is compared in age with shrink alike, so that rules see what they see at their own pace. What an
 * objective is stays: a second is a second.
 */
record Pace(int factor) {

    /** As the files are shipped. */
    static final Pace SHIPPED = new Pace(1);

    /** For tests that everyone runs: ten minutes are thirty seconds. */
    static final Pace SHORTENED = new Pace(20);

    /** {@code [5m]}. */
    private static final Pattern RANGE = Pattern.compile("(\\[)(\\d+[smhd])(])");

    /** {@code group_wait: 1s}, {@code for: 5s}. */
    private static final Pattern SETTING = Pattern.compile("(?m)^([ -]*[a-z_]+: +)(\\d+[smhd])( *)$");

    /** Seconds that a rule counts with: how old a process is, how long ago a deadline was, how late a pack. */
    private static final Pattern AGE =
            Pattern.compile("(process_start_time_seconds < |time\\(\\) - |pricing_pack_late_seconds\\) < )(\\d+)()");

    /** Without a change at a factor of 1. */
    String of(String configuration) {
        if (factor == 1) {
            return configuration;
        }
        String settings = SETTING.matcher(configuration).replaceAll(match -> replaced(match, shortened(match)));
        String ranges = RANGE.matcher(settings).replaceAll(match -> replaced(match, shortened(match)));
        return AGE.matcher(ranges)
                .replaceAll(match -> replaced(match, Double.toString(Double.parseDouble(match.group(2)) / factor)));
    }

    /** As long as the duration is at this pace. */
    Duration of(Duration shipped) {
        return shipped.dividedBy(factor);
    }

    private static String replaced(MatchResult match, String value) {
        return match.group(1) + value + match.group(3);
    }

    private String shortened(MatchResult match) {
        String text = match.group(2);
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        Duration duration =
                switch (text.charAt(text.length() - 1)) {
                    case 's' -> Duration.ofSeconds(number);
                    case 'm' -> Duration.ofMinutes(number);
                    case 'h' -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                };
        return of(duration).toMillis() + "ms";
    }

    @Override
    public String toString() {
        return factor == 1 ? "shipped settings" : "time divided by " + factor;
    }
}
