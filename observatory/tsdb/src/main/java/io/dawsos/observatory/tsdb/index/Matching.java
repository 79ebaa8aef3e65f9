package io.dawsos.observatory.tsdb.index;

import io.dawsos.observatory.model.Matcher;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * The series that pass all matchers. A matcher that wants a label is answered from postings and narrows; one that an
 * absent label passes takes away the series whose value does not pass.
 */
public final class Matching {
    private Matching() {}

    public static RoaringBitmap series(List<Matcher> matchers, LabelIndex index) {
        RoaringBitmap found = null;
        for (Matcher matcher : matchers) {
            if (!matcher.matchesEmpty()) {
                RoaringBitmap with = with(matcher, index);
                if (found == null) {
                    found = with;
                } else {
                    found.and(with);
                }
                if (found.isEmpty()) {
                    return found;
                }
            }
        }
        if (found == null) {
            found = index.all();
        }
        for (Matcher matcher : matchers) {
            if (matcher.matchesEmpty() && !found.isEmpty()) {
                found.andNot(without(matcher, index));
            }
        }
        return found;
    }

    /** The series whose label passes a matcher that no absent label passes. */
    private static RoaringBitmap with(Matcher matcher, LabelIndex index) {
        return switch (matcher.type()) {
            case EQUAL -> index.postings(matcher.name(), matcher.value());
            case REGEX -> regex(matcher, matcher.value(), true, index);
            // They refuse the empty value: each value is looked at.
            case NOT_EQUAL, NOT_REGEX -> scan(matcher, true, index.values(matcher.name()));
        };
    }

    /** The series whose label is there and does not pass a matcher that an absent label passes. */
    private static RoaringBitmap without(Matcher matcher, LabelIndex index) {
        return switch (matcher.type()) {
            case EQUAL -> scan(matcher, false, index.values(matcher.name()));
            case NOT_EQUAL -> index.postings(matcher.name(), matcher.value());
            case NOT_REGEX -> regex(matcher, matcher.value(), false, index);
            case REGEX ->
                matcher.value().equals(".*") ? new RoaringBitmap() : scan(matcher, false, index.values(matcher.name()));
        };
    }

    private static RoaringBitmap scan(Matcher matcher, boolean wanted, LabelValues values) {
        RoaringBitmap series = new RoaringBitmap();
        for (int i = 0; i < values.size(); i++) {
            if (matcher.matches(values.value(i)) == wanted) {
                values.addTo(i, series);
            }
        }
        return series;
    }

    private static RoaringBitmap regex(Matcher matcher, String regex, boolean wanted, LabelIndex index) {
        LabelValues values = index.values(matcher.name());
        if (regex.equals(".+")) {
            RoaringBitmap series = new RoaringBitmap();
            for (int i = 0; i < values.size(); i++) {
                values.addTo(i, series);
            }
            return series;
        }
        RegexShape shape = RegexShape.of(regex);
        if (shape.alternatives().isEmpty()) {
            return scan(matcher, wanted, values);
        }
        RoaringBitmap series = new RoaringBitmap();
        for (RegexShape.Alternative alternative : shape.alternatives()) {
            if (!alternative.exact()) {
                beginning(alternative.text(), matcher, wanted, values, series);
            } else if (!alternative.text().isEmpty()) {
                series.or(index.postings(matcher.name(), alternative.text()));
            }
        }
        return series;
    }

    private static void beginning(
            String prefix, Matcher matcher, boolean wanted, LabelValues values, RoaringBitmap series) {
        for (int i = values.ceiling(prefix); i < values.size(); i++) {
            String value = values.value(i);
            if (!value.startsWith(prefix)) {
                return;
            }
            if (matcher.matches(value) == wanted) {
                values.addTo(i, series);
            }
        }
    }
}
