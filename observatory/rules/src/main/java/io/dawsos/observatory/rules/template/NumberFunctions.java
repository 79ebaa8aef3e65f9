package io.dawsos.observatory.rules.template;

import io.dawsos.observatory.config.Durations;
import io.dawsos.observatory.template.TemplateException;
import io.dawsos.observatory.template.TemplateFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleFunction;

/** The functions that make something of a number. */
final class NumberFunctions {
    private NumberFunctions() {}

    static Map<String, TemplateFunction> all() {
        Map<String, TemplateFunction> functions = new HashMap<>();
        add(functions, "humanize", Humanized::metric);
        add(functions, "humanize1024", Humanized::binary);
        add(functions, "humanizeDuration", Humanized::duration);
        add(functions, "humanizePercentage", Humanized::percentage);
        add(functions, "humanizeTimestamp", NumberFunctions::timestamp);
        add(functions, "toTime", NumberFunctions::time);
        add(functions, "toDuration", NumberFunctions::duration);
        functions.put("parseDuration", values -> seconds(new Arguments("parseDuration", values, 1).text(0)));
        return functions;
    }

    private static void add(Map<String, TemplateFunction> functions, String name, DoubleFunction<Object> function) {
        functions.put(name, values -> function.apply(new Arguments(name, values, 1).number(0)));
    }

    private static Object timestamp(double seconds) {
        return Double.isFinite(seconds) ? time(seconds).toString() : GoNumber.fourDigits(seconds);
    }

    private static TemplateTime time(double seconds) {
        return new TemplateTime(Instant.ofEpochMilli(Math.floorDiv(nanos(seconds), 1_000_000L)));
    }

    private static TemplateDuration duration(double seconds) {
        return new TemplateDuration(Duration.ofNanos(nanos(seconds)));
    }

    private static long nanos(double seconds) {
        double nanos = seconds * 1e9;
        if (!(Math.abs(nanos) < 0x1p63)) {
            throw new TemplateException(
                    "a number of seconds is finite and within 292 years of 0, got " + GoNumber.fourDigits(seconds));
        }
        return (long) nanos;
    }

    private static Object seconds(String text) {
        try {
            return Durations.parse(text).toMillis() / 1000.0;
        } catch (RuntimeException e) {
            throw new TemplateException("parseDuration() wants a duration such as 1h30m, got \"" + text + '"');
        }
    }
}
