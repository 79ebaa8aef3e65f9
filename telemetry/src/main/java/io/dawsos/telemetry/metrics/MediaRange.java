package io.dawsos.telemetry.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an {@code Accept} or {@code Accept-Encoding} header (RFC 9110 section 12.5). What cannot be understood is
 * left out: a scrape is better answered in the plain format than refused.
 *
 * @param type lower case: {@code text/plain}, {@code gzip}
 * @param parameters without {@code q}; names in lower case
 */
record MediaRange(String type, Map<String, String> parameters, double quality) {

    /** The wanted ones, best first; those of equal quality in the order of the header. */
    static List<MediaRange> parse(@Nullable String header) {
        List<MediaRange> ranges = new ArrayList<>();
        if (header != null) {
            for (String entry : header.split(",", -1)) {
                MediaRange range = entry(entry.strip());
                if (!range.type.isEmpty() && range.quality > 0) {
                    ranges.add(range);
                }
            }
        }
        ranges.sort(Comparator.comparingDouble((MediaRange range) -> -range.quality));
        return ranges;
    }

    private static MediaRange entry(String text) {
        String[] parts = text.split(";", -1);
        Map<String, String> parameters = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                String name = parts[i].substring(0, equals).strip().toLowerCase(Locale.ROOT);
                parameters.put(name, unquoted(parts[i].substring(equals + 1).strip()));
            }
        }
        String q = parameters.remove("q");
        return new MediaRange(parts[0].strip().toLowerCase(Locale.ROOT), parameters, q == null ? 1 : quality(q));
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** Zero, so not wanted, for a weight that is none. */
    private static double quality(String q) {
        return q.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(q) : 0;
    }

    /** Whether the parameter is absent or has this value. */
    boolean allows(String parameter, String value) {
        return parameters.getOrDefault(parameter, value).equals(value);
    }
}
