package io.dawsos.observatory.alertmanager.template;

import io.dawsos.observatory.template.Arguments;
import io.dawsos.observatory.template.TemplateException;
import io.dawsos.observatory.template.TemplateObject;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Labels or annotations: a map of texts, with methods that list them in order. Printed as {@code a=b, c=d}. */
public final class KeyValues extends AbstractMap<String, String> implements TemplateObject {
    private static final List<String> METHODS = List.of("SortedPairs", "Remove", "Names", "Values", "String");
    private static final String FIRST = "alertname";

    private final Map<String, String> entries;

    public KeyValues(Map<String, String> entries) {
        this.entries = Collections.unmodifiableMap(new TreeMap<>(entries));
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return entries.entrySet();
    }

    @Override
    public @Nullable String get(@Nullable Object key) {
        return key instanceof String ? entries.get(key) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String && entries.containsKey(key);
    }

    @Override
    public List<String> methods() {
        return METHODS;
    }

    @Override
    public @Nullable Object field(String name) {
        return switch (name) {
            case "SortedPairs" -> sortedPairs();
            case "Names" -> sortedPairs().names();
            case "Values" -> sortedPairs().values();
            case "String" -> toString();
            default -> throw new TemplateException(name + " wants names to leave out, as Remove (stringSlice \"job\")");
        };
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        if (method.equals("Remove")) {
            return without(arguments);
        }
        return arguments.isEmpty() ? field(method) : TemplateObject.super.call(method, arguments);
    }

    private KeyValues without(List<@Nullable Object> arguments) {
        if (!(Arguments.only(arguments) instanceof List<?> names)) {
            throw Arguments.wrong(arguments, 0, "a list of names");
        }
        Map<String, String> left = new TreeMap<>(entries);
        left.keySet().removeAll(new HashSet<>(names));
        return new KeyValues(left);
    }

    /** By their names, but the alert's name first. */
    Pairs sortedPairs() {
        List<Pair> pairs = new ArrayList<>();
        entries.forEach((name, value) -> pairs.add(name.equals(FIRST) ? 0 : pairs.size(), new Pair(name, value)));
        return new Pairs(pairs);
    }

    @Override
    public String typeName() {
        return "template.KV";
    }

    @Override
    public boolean printsItself() {
        return true;
    }

    @Override
    public String toString() {
        return sortedPairs().toString();
    }
}
