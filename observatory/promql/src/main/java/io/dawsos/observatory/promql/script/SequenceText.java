package io.dawsos.observatory.promql.script;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.StaleMarker;
import io.dawsos.observatory.promql.parse.NumberText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values of a series as scripts and rule tests write them: {@code 1 2.5 _ stale}, {@code 1x3} for four ones, {@code 0+10x3}
 * for 0 10 20 30, {@code _x2} for two missing samples, and the same with histograms.
 */
public final class SequenceText {
    private static final String NUMBER = "(?:[0-9.]++(?:[eE][+-]?[0-9]++)?|(?i:inf|nan))";
    private static final Pattern FLOATS =
            Pattern.compile("([+-]?" + NUMBER + ")(?:([+-]" + NUMBER + ")?x([0-9]+))?");
    private static final Pattern OMITTED = Pattern.compile("_(?:x([0-9]+))?");
    private static final Pattern HISTOGRAMS =
            Pattern.compile("(\\{\\{[^}]*}})(?:(?:([+-])(\\{\\{[^}]*}}))?x([0-9]+))?");
    private static final int MOST = 1_000_000;

    private SequenceText() {}

    /**
     * Reads values that are divided by spaces.
     *
     * @throws IllegalArgumentException when one is malformed
     */
    public static List<SequenceValue> parse(String text) {
        List<SequenceValue> values = new ArrayList<>();
        for (String item : items(text)) {
            item(item, values);
            if (values.size() > MOST) {
                throw new IllegalArgumentException("a series has at most " + MOST + " values");
            }
        }
        return values;
    }

    /** Cuts at spaces, but not in histograms. */
    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        int start = -1;
        int depth = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            boolean space = Character.isWhitespace(c) && (depth <= 0 || i == text.length());
            if (space && start >= 0) {
                items.add(text.substring(start, i));
                start = -1;
            } else if (!space && start < 0) {
                start = i;
            }
        }
        return items;
    }

    private static void item(String item, List<SequenceValue> values) {
        Matcher omitted = OMITTED.matcher(item);
        Matcher floats = FLOATS.matcher(item);
        Matcher histograms = HISTOGRAMS.matcher(item);
        if (item.equals("stale")) {
            values.add(new SequenceValue.Number(StaleMarker.value()));
        } else if (omitted.matches()) {
            int count = omitted.group(1) == null ? 1 : count(omitted.group(1));
            values.addAll(Collections.nCopies(count, new SequenceValue.Omitted()));
        } else if (floats.matches()) {
            floats(floats, values);
        } else if (histograms.matches()) {
            histograms(histograms, values);
        } else {
            throw new IllegalArgumentException("no value: \"" + item
                    + "\"; write numbers, _, stale, a+bxN or histograms in {{ and }}");
        }
    }

    private static void floats(Matcher item, List<SequenceValue> values) {
        double value = number(item.group(1));
        double step = item.group(2) == null ? 0 : number(item.group(2));
        for (int i = item.group(3) == null ? 0 : count(item.group(3)); i >= 0; i--) {
            values.add(new SequenceValue.Number(value));
            // Added up one by one, so that it rounds as Prometheus does.
            value = item.group(2) == null ? value : value + step;
        }
    }

    private static void histograms(Matcher item, List<SequenceValue> values) {
        SequenceValue.Histogram first = HistogramText.parse(item.group(1));
        NativeHistogram value = first.value();
        String sign = item.group(2);
        NativeHistogram step = sign == null ? null : HistogramText.parse(item.group(3)).value();
        for (int i = item.group(4) == null ? 0 : count(item.group(4)); i >= 0; i--) {
            values.add(new SequenceValue.Histogram(value, first.resetGiven()));
            if (step != null) {
                value = HistogramSteps.next(value, step, "-".equals(sign) ? -1 : 1);
            }
        }
    }

    private static int count(String digits) {
        if (digits.length() > 7 || Integer.parseInt(digits) > MOST) {
            throw new IllegalArgumentException("a series has at most " + MOST + " values, got x" + digits);
        }
        return Integer.parseInt(digits);
    }

    /**
     * A number with or without sign.
     *
     * @throws IllegalArgumentException when it is none
     */
    static double number(String text) {
        boolean negative = text.startsWith("-");
        double value = NumberText.parse(negative || text.startsWith("+") ? text.substring(1) : text)
                .orElseThrow(() -> new IllegalArgumentException("no number: \"" + text + "\""));
        return negative ? -value : value;
    }
}
