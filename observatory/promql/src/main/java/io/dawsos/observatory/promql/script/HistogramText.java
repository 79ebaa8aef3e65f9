package io.dawsos.observatory.promql.script;

import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import io.dawsos.observatory.promql.parse.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Native histograms as scripts write them: <code>{{schema:1 sum:3 count:22 buckets:[5 10 7]}}</code>. Keys that are left out
 * are zero or empty.
 */
public final class HistogramText {
    private static final Set<String> KEYS = Set.of(
            "schema", "sum", "count", "z_bucket", "z_bucket_w", "custom_values", "counter_reset_hint", "offset",
            "n_offset", "buckets", "n_buckets");

    private HistogramText() {}

    /**
     * Reads a histogram with its braces.
     *
     * @throws IllegalArgumentException when it is malformed
     */
    public static SequenceValue.Histogram parse(String text) {
        if (!text.startsWith("{{") || !text.endsWith("}}")) {
            throw new IllegalArgumentException("a histogram stands in {{ and }}, got " + text);
        }
        Map<String, String> fields = fields(text.substring(2, text.length() - 2));
        String hint = fields.getOrDefault("counter_reset_hint", "unknown");
        NativeHistogram histogram = new NativeHistogram(
                (int) number(fields, "schema"),
                number(fields, "z_bucket_w"),
                number(fields, "z_bucket"),
                number(fields, "count"),
                number(fields, "sum"),
                buckets(fields, "buckets", "offset"),
                buckets(fields, "n_buckets", "n_offset"),
                numbers(fields, "custom_values"),
                reset(hint));
        return new SequenceValue.Histogram(histogram, fields.containsKey("counter_reset_hint"));
    }

    private static CounterReset reset(String hint) {
        return switch (hint) {
            case "unknown" -> CounterReset.UNKNOWN;
            case "reset" -> CounterReset.RESET;
            case "not_reset" -> CounterReset.NOT_RESET;
            case "gauge" -> CounterReset.GAUGE;
            default -> throw new IllegalArgumentException("no counter_reset_hint: " + hint);
        };
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        int position = 0;
        while (position < text.length()) {
            if (Character.isWhitespace(text.charAt(position))) {
                position++;
                continue;
            }
            int colon = text.indexOf(':', position);
            String key = colon < 0 ? text.substring(position) : text.substring(position, colon);
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("a histogram has no \"" + key + "\"");
            }
            boolean list = text.startsWith("[", colon + 1);
            int end = text.indexOf(list ? ']' : ' ', colon);
            end = end < 0 ? text.length() : list ? end + 1 : end;
            if (fields.put(key, text.substring(colon + 1, end)) != null) {
                throw new IllegalArgumentException("a histogram has one " + key);
            }
            position = end;
        }
        return fields;
    }

    private static double number(Map<String, String> fields, String key) {
        String text = fields.get(key);
        return text == null ? 0 : SequenceText.number(text);
    }

    private static List<Double> numbers(Map<String, String> fields, String key) {
        String text = fields.get(key);
        if (text == null) {
            return List.of();
        }
        if (!text.startsWith("[") || !text.endsWith("]")) {
            throw new IllegalArgumentException(key + " wants a list in brackets, got " + text);
        }
        return Arrays.stream(text.substring(1, text.length() - 1).strip().split("\\s+"))
                .filter(number -> !number.isEmpty())
                .map(SequenceText::number)
                .toList();
    }

    private static Buckets buckets(Map<String, String> fields, String key, String offset) {
        List<Double> counts = numbers(fields, key);
        int first = (int) number(fields, offset);
        int[] indexes = new int[counts.size()];
        double[] values = new double[counts.size()];
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = first + i;
            values[i] = counts.get(i);
        }
        return new Buckets(indexes, values);
    }

    /** The text of a histogram, with all keys that are not zero. */
    public static String of(NativeHistogram histogram) {
        List<String> fields = new ArrayList<>();
        add(fields, "schema", histogram.schema());
        add(fields, "count", histogram.count());
        add(fields, "sum", histogram.sum());
        add(fields, "z_bucket", histogram.zeroCount());
        add(fields, "z_bucket_w", histogram.zeroThreshold());
        if (histogram.hasCustomBoundaries()) {
            fields.add("custom_values:" + list(histogram.customBoundaries()));
        }
        if (histogram.counterReset() != CounterReset.UNKNOWN) {
            fields.add("counter_reset_hint:" + histogram.counterReset().name().toLowerCase(Locale.ROOT));
        }
        add(fields, "", histogram.positive());
        add(fields, "n_", histogram.negative());
        return "{{" + String.join(" ", fields) + "}}";
    }

    private static void add(List<String> fields, String key, double value) {
        if (value != 0) {
            fields.add(key + ":" + NumberText.of(value));
        }
    }

    private static void add(List<String> fields, String prefix, Buckets buckets) {
        if (buckets.size() == 0) {
            return;
        }
        int first = buckets.index(0);
        List<Double> counts = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            while (first + counts.size() < buckets.index(i)) {
                counts.add(0.0);
            }
            counts.add(buckets.count(i));
        }
        add(fields, prefix + "offset", first);
        fields.add(prefix + "buckets:" + list(counts));
    }

    private static String list(List<Double> numbers) {
        return "[" + String.join(" ", numbers.stream().map(NumberText::of).toList()) + "]";
    }
}
