package io.dawsos.portfolio.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list.
 *
 * @param next where the next piece is; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Page<T>(List<T> items, @Nullable String next) {

    static final int MOST = 200;

    /** @param found one more than the limit, where there are as many */
    static <T> Page<T> of(List<T> found, int limit, Function<T, String> nextAfter) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, nextAfter.apply(items.getLast()));
    }
}
