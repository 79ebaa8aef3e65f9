package io.dawsos.observatory.server.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request's parameters: those of a posted form before those of the address. Immutable. */
public final class Parameters {
    private static final int MOST = 10_000;

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** @param encoded what stands after the address's question mark and in the form, as it came */
    public static Parameters parse(String... encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        int count = 0;
        for (String text : encoded) {
            for (String pair : text.split("&", -1)) {
                if (!pair.isEmpty()) {
                    add(pair, values);
                    count++;
                }
                if (count > MOST) {
                    throw new Failure(FailureType.BAD_DATA, "a request has at most " + MOST + " parameters");
                }
            }
        }
        return new Parameters(values);
    }

    private static void add(String pair, Map<String, List<String>> values) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        values.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(value);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    FailureType.BAD_DATA,
                    "a parameter is not encoded as addresses are: " + e.getMessage() + "; write % as %25");
        }
    }

    /** The first value of a parameter, empty when it is not there. */
    public String get(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }

    public boolean has(String name) {
        return !get(name).isEmpty();
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** A whole number of 0 or more; 0 when it is not there, which means no limit. */
    public int limit(String name) {
        String text = get(name);
        if (text.isEmpty()) {
            return 0;
        }
        int value;
        try {
            value = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Failure.parameter(name, "wanted a whole number, got \"" + text + "\"");
        }
        if (value < 0) {
            throw Failure.parameter(name, "limit must be non-negative");
        }
        return value;
    }
}
