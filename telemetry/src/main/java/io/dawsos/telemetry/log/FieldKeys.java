package io.dawsos.telemetry.log;

import io.opentelemetry.api.common.AttributeKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The attribute keys of log fields, made once a name: a key keeps its encoded form. Names come from log calls and are
 * few; should they not be, those beyond a number are made anew each time.
 */
final class FieldKeys {

    private static final int MOST = 1000;

    private final Map<String, AttributeKey<String>> texts = new ConcurrentHashMap<>();
    private final Map<String, AttributeKey<Boolean>> truths = new ConcurrentHashMap<>();
    private final Map<String, AttributeKey<Double>> decimals = new ConcurrentHashMap<>();
    private final Map<String, AttributeKey<Long>> integers = new ConcurrentHashMap<>();

    AttributeKey<String> text(String name) {
        return key(texts, name, AttributeKey::stringKey);
    }

    AttributeKey<Boolean> truth(String name) {
        return key(truths, name, AttributeKey::booleanKey);
    }

    AttributeKey<Double> decimal(String name) {
        return key(decimals, name, AttributeKey::doubleKey);
    }

    AttributeKey<Long> integer(String name) {
        return key(integers, name, AttributeKey::longKey);
    }

    private static <T> AttributeKey<T> key(
            Map<String, AttributeKey<T>> known, String name, Function<String, AttributeKey<T>> maker) {
        AttributeKey<T> key = known.get(name);
        if (key == null) {
            key = maker.apply(name);
            if (known.size() < MOST) {
                known.put(name, key);
            }
        }
        return key;
    }
}
