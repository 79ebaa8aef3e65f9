package io.dawsos.telemetry.log;

import io.dawsos.telemetry.redact.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The fields of one log line beside the fixed ones, in order, each key once. */
final class LogFields {

    static final int MAX_VALUE = 8_192;
    static final int MAX_FIELDS = 128;

    private static final String LEFT_OUT = "fields_left_out";

    private static final Set<String> FIXED = Set.of(
            "timestamp",
            "level",
            "message",
            "logger",
            "trace_id",
            "span_id",
            "request_id",
            "user_id",
            "error_type",
            "error_message",
            "stack_trace",
            LEFT_OUT);

    private final Redactor redactor;
    private final List<String> keys = new ArrayList<>(4);
    private final List<@Nullable Object> values = new ArrayList<>(4);
    private int leftOut;

    LogFields(Redactor redactor) {
        this.redactor = redactor;
    }

    /** @param prefix goes before a key that is taken; those after the {@value #MAX_FIELDS}th are left out, and counted in {@code fields_left_out} */
    void add(String prefix, @Nullable String key, @Nullable Object value) {
        if (keys.size() == MAX_FIELDS) {
            leftOut++;
            return;
        }
        String free = key == null ? "null" : LogLine.cut(key, 256);
        while (FIXED.contains(free) || keys.contains(free)) {
            free = prefix + free;
        }
        keys.add(free);
        values.add(value == null ? null : redacted(key == null ? free : key, value));
    }

    private Object redacted(String key, Object value) {
        String text = Frozen.text(value);
        String shown = redactor.redact(key, text);
        return shown.equals(text) && Frozen.isScalar(value) ? value : LogLine.cut(shown, MAX_VALUE);
    }

    void forEach(BiConsumer<String, @Nullable Object> each) {
        for (int i = 0; i < keys.size(); i++) {
            each.accept(keys.get(i), values.get(i));
        }
        if (leftOut > 0) {
            each.accept(LEFT_OUT, leftOut);
        }
    }
}
