package io.dawsos.observatory.alertmanager.matcher;

import io.dawsos.observatory.model.Matcher;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matchers that a text holds.
 *
 * @param matchers in the order of the text
 * @param warning why the text will mean something else, or nothing, once only the UTF-8 language is read; null when it
 *     will not
 */
public record ParsedMatchers(
        List<Matcher> matchers, @Nullable String warning) {
    public ParsedMatchers {
        matchers = List.copyOf(matchers);
    }
}
