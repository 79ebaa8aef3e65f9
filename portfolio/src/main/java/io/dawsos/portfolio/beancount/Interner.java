package io.dawsos.portfolio.beancount;

import java.util.HashMap;
import java.util.Map;

/** One string for every name that is written many times. Not thread-safe. */
final class Interner {

    private final Map<String, String> known = new HashMap<>();

    String of(String name) {
        String first = known.putIfAbsent(name, name);
        return first == null ? name : first;
    }
}
