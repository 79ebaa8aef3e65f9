package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.model.GoString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Alerts that are expected beside those that fire: equal ones are taken away first, then the most alike are laid together. */
final class AlertComparison {
    /** Of more, those that are alike are not looked for, which would take long and help nobody. */
    private static final int MOST_PAIRS = 2_500;

    private final List<ExpectedAlert> expected;
    private final List<ExpectedAlert> got;

    AlertComparison(List<ExpectedAlert> expected, List<ExpectedAlert> got) {
        this.expected = new ArrayList<>(expected);
        this.got = new ArrayList<>(got);
    }

    /** What differs, line by line; nothing when both are the same. */
    List<DiffLine> diff() {
        List<DiffLine> lines = new ArrayList<>();
        expected.removeIf(got::remove);
        while (!expected.isEmpty() && !got.isEmpty() && expected.size() * got.size() <= MOST_PAIRS) {
            Pair pair = mostAlike();
            expected.remove(pair.expected);
            got.remove(pair.got);
            lines.addAll(pair.diff());
        }
        expected.forEach(alert -> lines.addAll(whole(DiffLine.Side.EXPECTED, alert)));
        got.forEach(alert -> lines.addAll(whole(DiffLine.Side.GOT, alert)));
        return lines;
    }

    private Pair mostAlike() {
        List<Pair> pairs = new ArrayList<>();
        expected.forEach(wanted -> got.forEach(came -> pairs.add(new Pair(wanted, came))));
        return pairs.stream().max(Comparator.comparingInt(Pair::likeness)).orElseThrow();
    }

    private static List<DiffLine> whole(DiffLine.Side side, ExpectedAlert alert) {
        List<DiffLine> lines = new ArrayList<>();
        lines.add(new DiffLine(side, "alert " + labels(alert.labels())));
        alert.annotations()
                .forEach((name, text) -> lines.add(new DiffLine(side, "    " + name + ": " + GoString.quoted(text))));
        return lines;
    }

    private static String labels(Map<String, String> labels) {
        List<String> texts = new ArrayList<>();
        labels.forEach((name, value) -> texts.add(name + "=" + GoString.quoted(value)));
        return "{" + String.join(", ", texts) + "}";
    }

    private record Pair(ExpectedAlert expected, ExpectedAlert got) {
        int likeness() {
            return 1000 * common(expected.labels(), got.labels()) + common(expected.annotations(), got.annotations());
        }

        private static int common(Map<String, String> a, Map<String, String> b) {
            Set<Map.Entry<String, String>> common = new LinkedHashSet<>(a.entrySet());
            common.retainAll(b.entrySet());
            return common.size();
        }

        List<DiffLine> diff() {
            List<DiffLine> lines = new ArrayList<>();
            if (expected.labels().equals(got.labels())) {
                lines.add(DiffLine.both("alert " + labels(expected.labels())));
            } else {
                lines.add(DiffLine.both("alert"));
                fields("    label ", expected.labels(), got.labels(), lines);
            }
            fields("    ", expected.annotations(), got.annotations(), lines);
            return lines;
        }

        private static void fields(
                String before, Map<String, String> expected, Map<String, String> got, List<DiffLine> lines) {
            Set<String> names = new TreeSet<>(expected.keySet());
            names.addAll(got.keySet());
            for (String name : names) {
                String wanted = before + name + ": " + GoString.quoted(expected.getOrDefault(name, ""));
                String came = before + name + ": " + GoString.quoted(got.getOrDefault(name, ""));
                boolean inBoth = expected.containsKey(name) && got.containsKey(name);
                if (inBoth && wanted.equals(came)) {
                    lines.add(DiffLine.both(wanted));
                    continue;
                }
                if (expected.containsKey(name)) {
                    lines.add(DiffLine.expected(wanted));
                }
                if (got.containsKey(name)) {
                    lines.add(DiffLine.got(came));
                }
            }
        }
    }
}
