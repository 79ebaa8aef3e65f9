package io.dawsos.portfolio.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Checks what is asked for, and cuts it into parts that fit into an address. */
final class Symbols {

    /** Of securities as the service knows them. */
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,11}");

    private static final int MOST_AT_ONCE = 300;

    private Symbols() {}

    /** @throws IllegalArgumentException when it is none */
    static String check(String symbol) {
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new IllegalArgumentException(
                    "symbol: wanted %s, got %d characters".formatted(SYMBOL.pattern(), symbol.length()));
        }
        return symbol;
    }

    /** In their order, so that the same ones make the same question. */
    static List<Set<String>> parts(Set<String> symbols) {
        List<String> sorted =
                new TreeSet<>(symbols).stream().map(Symbols::check).toList();
        List<Set<String>> parts = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += MOST_AT_ONCE) {
            parts.add(new TreeSet<>(sorted.subList(from, Math.min(from + MOST_AT_ONCE, sorted.size()))));
        }
        return parts;
    }
}
