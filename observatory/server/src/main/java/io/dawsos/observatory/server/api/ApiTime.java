package io.dawsos.observatory.server.api;

import io.dawsos.observatory.promql.parse.DurationText;
import io.dawsos.observatory.server.http.Failure;
import io.dawsos.observatory.server.http.Parameters;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Times and durations in parameters, as Prometheus reads them. */
final class ApiTime {
    /** What Prometheus prints for the earliest and the latest time that it knows, and takes back. */
    private static final String MIN = "-292273086-05-16T16:47:06Z";

    private static final String MAX = "292277025-08-18T07:12:54.999999999Z";
    static final long EARLIEST = Long.MIN_VALUE / 4;
    static final long LATEST = Long.MAX_VALUE / 4;

    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d([.,]\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final double LARGEST_SECONDS = 9e14;

    private ApiTime() {}

    /** A parameter's time in milliseconds, or another when it is not there. */
    static long of(Parameters parameters, String name, long otherwise) {
        return parameters.has(name) ? time(parameters, name, "Invalid time value for '" + name + "': ") : otherwise;
    }

    /** A parameter's time in milliseconds. */
    static long time(Parameters parameters, String name) {
        return time(parameters, name, "");
    }

    private static long time(Parameters parameters, String name, String complaint) {
        String text = parameters.get(name);
        if (NUMBER.matcher(text).matches()) {
            double seconds = Double.parseDouble(text);
            if (Math.abs(seconds) <= LARGEST_SECONDS) {
                return millis(seconds);
            }
        } else if (RFC_3339.matcher(text).matches()) {
            try {
                return OffsetDateTime.parse(text).toInstant().toEpochMilli();
            } catch (DateTimeException e) {
                throw noTime(name, text, complaint);
            }
        }
        return switch (text) {
            case MIN -> EARLIEST;
            case MAX -> LATEST;
            default -> throw noTime(name, text, complaint);
        };
    }

    private static Failure noTime(String name, String text, String complaint) {
        return Failure.parameter(name, complaint + "cannot parse \"" + text + "\" to a valid timestamp");
    }

    private static long millis(double seconds) {
        long whole = (long) seconds;
        return whole * 1000 + Math.round((seconds - whole) * 1000);
    }

    /** A parameter's duration: seconds, or such as {@code 1m30s}. */
    static Duration duration(Parameters parameters, String name) {
        String text = parameters.get(name);
        if (NUMBER.matcher(text).matches()) {
            double seconds = Double.parseDouble(text);
            if (Math.abs(seconds) > Long.MAX_VALUE / 1e9) {
                throw Failure.parameter(name, "cannot parse \"" + text + "\" to a valid duration. It overflows int64");
            }
            return Duration.ofNanos((long) (seconds * 1e9));
        }
        OptionalLong millis = DurationText.parse(text);
        if (millis.isEmpty()) {
            throw Failure.parameter(name, "cannot parse \"" + text + "\" to a valid duration");
        }
        return Duration.ofMillis(millis.getAsLong());
    }
}
