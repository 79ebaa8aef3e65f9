package io.dawsos.observatory.rules.template;

import io.dawsos.observatory.template.TemplateException;
import io.dawsos.observatory.template.TemplateObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** A time in a template, in UTC, to milliseconds. */
record TemplateTime(Instant value) implements TemplateObject {
    private static final DateTimeFormatter GO = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendLiteral(" +0000 UTC")
            .toFormatter(Locale.ROOT);

    @Override
    public Object field(String name) {
        OffsetDateTime time = value.atOffset(ZoneOffset.UTC);
        return switch (name) {
            case "Unix" -> value.getEpochSecond();
            case "UnixMilli" -> value.toEpochMilli();
            case "Year" -> (long) time.getYear();
            case "Month" -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "Day" -> (long) time.getDayOfMonth();
            case "YearDay" -> (long) time.getDayOfYear();
            case "Weekday" -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "Hour" -> (long) time.getHour();
            case "Minute" -> (long) time.getMinute();
            case "Second" -> (long) time.getSecond();
            case "UTC" -> this;
            case "String" -> toString();
            default ->
                throw new TemplateException(
                        "a time has .Unix, .UnixMilli, .Year, .Month, .Day, .YearDay, .Weekday, .Hour, .Minute, "
                                + ".Second, .UTC and .String, not ." + name);
        };
    }

    @Override
    public String typeName() {
        return "time.Time";
    }

    @Override
    public String toString() {
        return GO.format(value.atOffset(ZoneOffset.UTC));
    }
}
