package io.dawsos.telemetry.metrics;

import java.util.Collection;

/** SKELETON: a label and the closed set of its values; another value is refused when strict, and counted as {@code other} when not. */
public final class Label {

    public static Label of(String name, String... values) {
        throw new UnsupportedOperationException();
    }

    public static Label of(String name, Collection<String> values) {
        throw new UnsupportedOperationException();
    }
}
