package io.dawsos.observatory.server.cli;

import io.dawsos.observatory.promql.parse.DurationText;
import java.time.Duration;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations such as {@code 1h30m}. */
final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        OptionalLong millis = DurationText.parse(text);
        if (millis.isEmpty()) {
            throw new TypeConversionException("wanted a duration such as 15d or 1h30m, got \"" + text + "\"");
        }
        return Duration.ofMillis(millis.getAsLong());
    }
}
