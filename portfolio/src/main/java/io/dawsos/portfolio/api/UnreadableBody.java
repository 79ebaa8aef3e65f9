package io.dawsos.portfolio.api;

import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where a body stops being what was wanted. Never quotes it: a body may hold secrets. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Problem problem(HttpMessageNotReadableException failure) {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                failure.getCause() instanceof StreamReadException ? "malformed-json" : "unexpected-json",
                detail(failure.getCause()));
    }

    private static String detail(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException e ->
                "%s: there is no such member; there are %s"
                        .formatted(
                                at(e),
                                e.getKnownPropertyIds().stream()
                                        .map(String::valueOf)
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
            case MismatchedInputException e ->
                "%s: %swanted %s".formatted(at(e), member(e), Wanted.of(e.getTargetType()));
            case StreamReadException e -> "%s: not JSON from here on".formatted(at(e));
            case JacksonException e -> "%s: not what was wanted".formatted(at(e));
            case null, default -> "a JSON body is wanted";
        };
    }

    private static String at(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        return location == null ? "body" : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    /** Names of the service's own members only: unknown ones are refused before. */
    private static String member(MismatchedInputException e) {
        String path = e.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "" : path + ": ";
    }
}
