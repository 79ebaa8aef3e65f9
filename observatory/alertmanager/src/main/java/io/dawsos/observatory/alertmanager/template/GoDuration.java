package io.dawsos.observatory.alertmanager.template;

import io.dawsos.observatory.template.Arguments;
import io.dawsos.observatory.template.TemplateException;
import io.dawsos.observatory.template.TemplateObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Go's {@code time.Duration}: printed as {@code 1h2m3.5s}. */
public record GoDuration(Duration duration) implements TemplateObject {
    private static final double NANOSECONDS_A_SECOND = 1e9;
    /** Go's durations end after 292 years. */
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    public GoDuration {
        if (duration.abs().compareTo(LONGEST) > 0) {
            duration = duration.isNegative() ? LONGEST.negated() : LONGEST;
        }
    }

    double seconds() {
        return duration.getSeconds() + duration.getNano() / NANOSECONDS_A_SECOND;
    }

    @Override
    public @Nullable Object field(String name) {
        return switch (name) {
            case "Hours" -> seconds() / 3600;
            case "Minutes" -> seconds() / 60;
            case "Seconds" -> seconds();
            case "Milliseconds" -> duration.toMillis();
            case "Microseconds" -> duration.toNanos() / 1000;
            case "Nanoseconds" -> duration.toNanos();
            case "Abs" -> new GoDuration(duration.abs());
            case "String" -> toString();
            default ->
                throw new TemplateException("a duration has no method " + name
                        + "; it has Hours, Minutes, Seconds, Milliseconds, Round and Truncate");
        };
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        return switch (method) {
            case "Round" -> new GoDuration(rounded(unit(arguments), true));
            case "Truncate" -> new GoDuration(rounded(unit(arguments), false));
            default -> arguments.isEmpty() ? field(method) : TemplateObject.super.call(method, arguments);
        };
    }

    private static long unit(List<@Nullable Object> arguments) {
        return Arguments.only(arguments) instanceof GoDuration unit
                ? unit.duration.toNanos()
                : Arguments.integer(arguments, 0, "nanoseconds");
    }

    private Duration rounded(long unit, boolean half) {
        if (unit <= 0) {
            return duration;
        }
        long size = duration.abs().toNanos();
        long rest = size % unit;
        long rounded = size - rest + (half && rest >= unit - rest ? unit : 0);
        return Duration.ofNanos(duration.isNegative() ? -rounded : rounded);
    }

    @Override
    public String typeName() {
        return "time.Duration";
    }

    @Override
    public String toString() {
        if (duration.isZero()) {
            return "0s";
        }
        Duration size = duration.abs();
        return (duration.isNegative() ? "-" : "") + (size.getSeconds() == 0 ? small(size.getNano()) : large(size));
    }

    private static String small(int nanoseconds) {
        if (nanoseconds < 1000) {
            return nanoseconds + "ns";
        }
        return nanoseconds < 1_000_000 ? fraction(nanoseconds, 3) + "µs" : fraction(nanoseconds, 6) + "ms";
    }

    private static String large(Duration size) {
        long hours = size.toHours();
        long minutes = size.toMinutes();
        String seconds = fraction(size.minusMinutes(minutes).toNanos(), 9) + "s";
        return (hours > 0 ? hours + "h" : "") + (minutes > 0 ? minutes % 60 + "m" : "") + seconds;
    }

    private static String fraction(long nanoseconds, int places) {
        BigDecimal value = BigDecimal.valueOf(nanoseconds, places).stripTrailingZeros();
        return value.toPlainString();
    }
}
