package io.dawsos.observatory.alertmanager.template;

import io.dawsos.observatory.template.Arguments;
import io.dawsos.observatory.template.TemplateException;
import io.dawsos.observatory.template.TemplateObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Go's {@code time.Time}. */
public record GoTime(ZonedDateTime time) implements TemplateObject {
    /** What stands for no time. */
    static final GoTime ZERO = new GoTime(ZonedDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));

    /** In UTC; null is Go's zero time. */
    public static GoTime of(@Nullable Instant instant) {
        return instant == null ? ZERO : new GoTime(instant.atZone(ZoneOffset.UTC));
    }

    /** By a zone's name, {@code Europe/Berlin}. */
    GoTime in(String zone) {
        try {
            return new GoTime(time.withZoneSameInstant(
                    zone.isEmpty() || zone.equals("UTC")
                            ? ZoneOffset.UTC
                            : zone.equals("Local") ? ZoneId.systemDefault() : ZoneId.of(zone)));
        } catch (DateTimeException e) {
            TemplateException unknown =
                    new TemplateException("unknown time zone \"" + zone + "\"; write one like Europe/Berlin or UTC");
            unknown.initCause(e);
            throw unknown;
        }
    }

    @Override
    public @Nullable Object field(String name) {
        return switch (name) {
            case "Year" -> (long) time.getYear();
            case "Month" -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "Day" -> (long) time.getDayOfMonth();
            case "Hour" -> (long) time.getHour();
            case "Minute" -> (long) time.getMinute();
            case "Second" -> (long) time.getSecond();
            case "Nanosecond" -> (long) time.getNano();
            case "YearDay" -> (long) time.getDayOfYear();
            case "Weekday" -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "Unix" -> time.toEpochSecond();
            case "UnixMilli" -> time.toInstant().toEpochMilli();
            case "UnixMicro" -> time.toEpochSecond() * 1_000_000 + time.getNano() / 1000;
            case "UnixNano" -> time.toEpochSecond() * 1_000_000_000 + time.getNano();
            case "UTC" -> in("UTC");
            case "Local" -> in("Local");
            case "IsZero" -> time.toInstant().equals(ZERO.time.toInstant());
            case "String" -> toString();
            default ->
                throw new TemplateException("a time has no method " + name
                        + "; it has Format, Unix, UTC, Local, IsZero, Add, Sub, Before, After, Equal, Year, Month, Day, Hour,"
                        + " Minute, Second, Weekday and YearDay");
        };
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        try {
            return called(method, arguments);
        } catch (DateTimeException | ArithmeticException e) {
            TemplateException beyond = new TemplateException(method + " gives no time: " + e.getMessage());
            beyond.initCause(e);
            throw beyond;
        }
    }

    private @Nullable Object called(String method, List<@Nullable Object> arguments) {
        return switch (method) {
            case "Format" -> format(Arguments.string(arguments, 0, "a layout as 15:04:05"));
            case "Add" -> new GoTime(time.plus(duration(arguments)));
            case "AddDate" ->
                new GoTime(time.plusYears(Arguments.integer(arguments, 0, "years"))
                        .plusMonths(Arguments.integer(arguments, 1, "months"))
                        .plusDays(Arguments.integer(arguments, 2, "days")));
            case "Sub" -> new GoDuration(Duration.between(other(arguments), time.toInstant()));
            case "Before" -> time.toInstant().isBefore(other(arguments));
            case "After" -> time.toInstant().isAfter(other(arguments));
            case "Equal" -> time.toInstant().equals(other(arguments));
            case "Truncate" -> truncated(duration(arguments));
            default -> arguments.isEmpty() ? field(method) : TemplateObject.super.call(method, arguments);
        };
    }

    String format(String layout) {
        try {
            return GoLayout.format(time, layout);
        } catch (IllegalArgumentException e) {
            TemplateException tooLong = new TemplateException(String.valueOf(e.getMessage()));
            tooLong.initCause(e);
            throw tooLong;
        }
    }

    private GoTime truncated(Duration unit) {
        if (unit.isZero() || unit.isNegative()) {
            return this;
        }
        Duration since = Duration.between(ZERO.time, time);
        return new GoTime(time.minus(since.minus(unit.multipliedBy(since.dividedBy(unit)))));
    }

    private static Duration duration(List<@Nullable Object> arguments) {
        return Arguments.only(arguments) instanceof GoDuration duration
                ? duration.duration()
                : Duration.ofNanos(Arguments.integer(arguments, 0, "a duration in nanoseconds"));
    }

    private static Instant other(List<@Nullable Object> arguments) {
        if (Arguments.only(arguments) instanceof GoTime other) {
            return other.time.toInstant();
        }
        throw Arguments.wrong(arguments, 0, "a time");
    }

    @Override
    public String typeName() {
        return "time.Time";
    }

    /** As Go writes times in JSON. */
    String json() {
        return GoLayout.format(time, "2006-01-02T15:04:05.999999999Z07:00");
    }

    @Override
    public String toString() {
        return GoLayout.format(time, "2006-01-02 15:04:05.999999999 -0700 MST");
    }
}
