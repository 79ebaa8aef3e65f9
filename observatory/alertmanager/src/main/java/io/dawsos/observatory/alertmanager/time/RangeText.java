package io.dawsos.observatory.alertmanager.time;

import io.dawsos.observatory.config.ConfigNode;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How the ends of a range are written: {@code monday:friday}, {@code 1:3}, or one end alone.
 *
 * @param names for ends, whatever their case
 * @param first the number of the first name
 * @param numbers whether an end may be a number
 */
record RangeText(List<String> names, int first, boolean numbers) {
    static final RangeText WEEKDAYS = new RangeText(
            List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"), 0, false);

    static final RangeText MONTHS = new RangeText(
            Stream.of(Month.values())
                    .map(month -> month.name().toLowerCase(Locale.ROOT))
                    .toList(),
            1,
            true);

    static final RangeText NUMBERS = new RangeText(List.of(), 0, true);

    /** A range whose end is not before its beginning. */
    IntRange range(ConfigNode node) {
        IntRange range = parse(node);
        if (range.begin() > range.end()) {
            throw node.problem(
                    "the end of a range is not before its beginning; write \"" + node.string() + "\" as two ranges");
        }
        return range;
    }

    IntRange parse(ConfigNode node) {
        String[] ends = node.string().toLowerCase(Locale.ROOT).split(":", -1);
        if (ends.length > 2) {
            throw node.problem("a range has two ends at most, like 1:3; got \"" + node.string() + "\"");
        }
        int begin = end(node, ends[0]);
        return new IntRange(begin, ends.length == 1 ? begin : end(node, ends[1]));
    }

    private int end(ConfigNode node, String text) {
        int name = names.indexOf(text);
        if (name >= 0) {
            return first + name;
        }
        if (numbers) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw unknown(node, text);
            }
        }
        throw unknown(node, text);
    }

    private RuntimeException unknown(ConfigNode node, String text) {
        String wanted = names.isEmpty() ? "" : "one of " + String.join(", ", names);
        if (numbers) {
            wanted = wanted.isEmpty() ? "a whole number" : wanted + " or a whole number";
        }
        return node.problem("wanted " + wanted + ", got \"" + text + "\"");
    }
}
