package io.dawsos.telemetry.metrics;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A label and the set of its values, immutable. A value outside the set is refused when metrics are strict, and counted
 * as {@value #OTHER} when not: a label can then never make more series than were planned.
 */
public final class Label {

    /** Stands for every value outside the set; always allowed. */
    public static final String OTHER = "other";

    private static final Pattern NAME = Pattern.compile("(?!__)[a-zA-Z_][a-zA-Z0-9_]*");

    private final String name;
    private final Set<String> values;
    private final int open;

    private Label(String name, Collection<String> values, int open) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("label name \"" + name + "\": wanted " + NAME.pattern());
        }
        this.name = name;
        this.values = new LinkedHashSet<>(values);
        this.open = open;
    }

    public static Label of(String name, String... values) {
        return of(name, List.of(values));
    }

    public static Label of(String name, Collection<String> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("label " + name + ": wanted at least one value, got none");
        }
        return new Label(name, values, 0);
    }

    /**
     * A label whose values are known only when they come, such as a date: the first {@code maxValues} different ones
     * are kept, later ones are {@value #OTHER}. Removing a value's last series makes room for another.
     */
    public static Label open(String name, int maxValues) {
        if (maxValues < 1) {
            throw new IllegalArgumentException(
                    "label " + name + ": wanted room for at least 1 value, got " + maxValues);
        }
        return new Label(name, Set.of(), maxValues);
    }

    public String name() {
        return name;
    }

    boolean isOpen() {
        return open > 0;
    }

    int maxValues() {
        return open;
    }

    boolean has(String value) {
        return values.contains(value) || value.equals(OTHER);
    }

    @Override
    public String toString() {
        return isOpen() ? name + " (at most " + open + " values)" : name + " " + values;
    }
}
