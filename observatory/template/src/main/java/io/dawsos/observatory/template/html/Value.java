package io.dawsos.observatory.template.html;

import io.dawsos.observatory.template.format.GoFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a template writes.
 *
 * @param value the data's
 * @param text as it is printed; nil is nothing
 * @param kind what its maker vouches for, if anything
 */
record Value(@Nullable Object value, String text, SafeText.@Nullable Kind kind) {
    static Value of(@Nullable Object value, GoFormat format) {
        if (value instanceof SafeText safe) {
            return new Value(value, safe.text(), safe.kind());
        }
        return new Value(value, value == null ? "" : format.print(List.of(value)), null);
    }
}
