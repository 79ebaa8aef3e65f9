package io.dawsos.telemetry;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads typed values from environment variables. A blank value counts as an absent one, as OpenTelemetry has it. */
record EnvironmentReader(Map<String, String> environment) {

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)\\s*(ms|s|m|h|d)?");

    @Nullable
    String text(String variable) {
        String value = environment.get(variable);
        return value == null || value.isBlank() ? null : value.strip();
    }

    String text(String variable, String otherwise) {
        String value = text(variable);
        return value == null ? otherwise : value;
    }

    boolean flag(String variable, boolean otherwise) {
        String value = text(variable);
        if (value == null) {
            return otherwise;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(variable, "true or false", '"' + value + '"');
        };
    }

    int count(String variable, int otherwise) {
        String value = text(variable);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) == 0) {
            throw refused(variable, "a whole number from 1 to 999999999", '"' + value + '"');
        }
        return Integer.parseInt(value);
    }

    <E extends Enum<E>> E choice(String variable, Class<E> type, E otherwise) {
        String value = text(variable);
        if (value == null) {
            return otherwise;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> refused(
                        variable,
                        "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT),
                        '"' + value + '"'));
    }

    /** A number of milliseconds, or one with its unit ({@code 1.2s}, {@code 500ms}), or ISO-8601 ({@code PT1.2S}). */
    @Nullable
    Duration duration(String variable) {
        String value = text(variable);
        if (value == null) {
            return null;
        }
        Matcher amount = AMOUNT.matcher(value);
        try {
            return amount.matches() ? scaled(amount.group(1), amount.group(2)) : notNegative(Duration.parse(value));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    message(variable, "a duration such as 1.2s, 500ms or PT1.2S", '"' + value + '"'), e);
        }
    }

    Duration duration(String variable, Duration otherwise) {
        Duration value = duration(variable);
        return value == null ? otherwise : value;
    }

    /** {@code a=1,b=x%20y} as a map. */
    Map<String, String> pairs(String variable) {
        try {
            return OtelNames.pairs(text(variable, ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    message(variable, "name=value pairs by commas, values percent-encoded", e.getMessage()), e);
        }
    }

    static IllegalArgumentException refused(String variable, String wanted, String came) {
        return new IllegalArgumentException(message(variable, wanted, came));
    }

    private static String message(String variable, String wanted, @Nullable String came) {
        return "environment variable " + variable + ": wanted " + wanted + ", got " + came;
    }

    private static Duration scaled(String number, @Nullable String unit) {
        long nanosPerUnit =
                switch (unit == null ? "ms" : unit) {
                    case "s" -> 1_000_000_000L;
                    case "m" -> 60_000_000_000L;
                    case "h" -> 3_600_000_000_000L;
                    case "d" -> 86_400_000_000_000L;
                    default -> 1_000_000L;
                };
        return Duration.ofNanos((long) Math.min(Double.parseDouble(number) * nanosPerUnit, Long.MAX_VALUE));
    }

    private static Duration notNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new DateTimeParseException("negative", duration.toString(), 0);
        }
        return duration;
    }
}
