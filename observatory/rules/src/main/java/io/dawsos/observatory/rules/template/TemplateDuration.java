package io.dawsos.observatory.rules.template;

import io.dawsos.observatory.template.TemplateException;
import io.dawsos.observatory.template.TemplateObject;
import java.math.BigDecimal;
import java.time.Duration;

/** A length of time in a template, printed as Go does: {@code 1h2m3.5s}. */
record TemplateDuration(Duration value) implements TemplateObject {
    @Override
    public Object field(String name) {
        return switch (name) {
            case "Hours" -> seconds() / 3600;
            case "Minutes" -> seconds() / 60;
            case "Seconds" -> seconds();
            case "Milliseconds" -> value.toMillis();
            case "String" -> toString();
            default ->
                throw new TemplateException(
                        "a duration has .Hours, .Minutes, .Seconds, .Milliseconds and .String, not ." + name);
        };
    }

    private double seconds() {
        return value.toNanos() / 1e9;
    }

    @Override
    public String typeName() {
        return "time.Duration";
    }

    @Override
    public String toString() {
        long nanos = Math.abs(value.toNanos());
        String sign = value.isNegative() ? "-" : "";
        if (nanos == 0) {
            return "0s";
        }
        if (nanos < 1_000_000_000) {
            return sign + below(nanos);
        }
        long minutes = nanos / 60_000_000_000L;
        String seconds = decimal(nanos % 60_000_000_000L, 9) + "s";
        if (minutes == 0) {
            return sign + seconds;
        }
        return sign + (minutes >= 60 ? minutes / 60 + "h" : "") + minutes % 60 + "m" + seconds;
    }

    private static String below(long nanos) {
        if (nanos < 1000) {
            return nanos + "ns";
        }
        return nanos < 1_000_000 ? decimal(nanos, 3) + "µs" : decimal(nanos, 6) + "ms";
    }

    private static String decimal(long value, int scale) {
        BigDecimal decimal = BigDecimal.valueOf(value, scale);
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
