package io.dawsos.observatory.template;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Go's {@code map[string]any}: a key that it lacks is no value, where in any other map it is the empty string. Immutable.
 */
public final class AnyMap extends AbstractMap<String, @Nullable Object> {
    private final Map<String, @Nullable Object> entries;

    public AnyMap(Map<String, ? extends @Nullable Object> entries) {
        this.entries = Collections.unmodifiableMap(new TreeMap<>(entries));
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return entries.entrySet();
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return key instanceof String ? entries.get(key) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String && entries.containsKey(key);
    }
}
