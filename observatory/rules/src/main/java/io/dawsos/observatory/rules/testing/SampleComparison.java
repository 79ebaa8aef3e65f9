package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.model.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Samples that are expected beside those that came, in the order of their labels. */
final class SampleComparison {
    private final boolean fuzzy;

    /** @param fuzzy whether floats may differ in the last bit */
    SampleComparison(boolean fuzzy) {
        this.fuzzy = fuzzy;
    }

    /** All lines, those that agree among them; nothing when all agree. */
    List<DiffLine> diff(List<Sample> expected, List<Sample> got) {
        Map<Labels, List<Sample>> wanted = byLabels(expected);
        Map<Labels, List<Sample>> came = byLabels(got);
        TreeSet<Labels> series = new TreeSet<>(wanted.keySet());
        series.addAll(came.keySet());
        List<DiffLine> lines = new ArrayList<>();
        for (Labels labels : series) {
            compare(wanted.getOrDefault(labels, List.of()), came.getOrDefault(labels, List.of()), lines);
        }
        boolean same = lines.stream().allMatch(line -> line.side() == DiffLine.Side.BOTH);
        return same ? List.of() : lines;
    }

    /** Several of the same labels by value: only expected ones can be such. */
    private static Map<Labels, List<Sample>> byLabels(List<Sample> samples) {
        return samples.stream()
                .sorted(Comparator.comparingDouble(Sample::value))
                .collect(Collectors.groupingBy(Sample::labels));
    }

    private void compare(List<Sample> wanted, List<Sample> came, List<DiffLine> lines) {
        int common = Math.min(wanted.size(), came.size());
        for (int i = 0; i < common; i++) {
            if (same(wanted.get(i), came.get(i))) {
                lines.add(DiffLine.both(came.get(i).toString()));
            } else {
                lines.add(DiffLine.expected(wanted.get(i).toString()));
                lines.add(DiffLine.got(came.get(i).toString()));
            }
        }
        wanted.subList(common, wanted.size()).forEach(sample -> lines.add(DiffLine.expected(sample.toString())));
        came.subList(common, came.size()).forEach(sample -> lines.add(DiffLine.got(sample.toString())));
    }

    private boolean same(Sample wanted, Sample came) {
        if (!wanted.histogram().isEmpty() || !came.histogram().isEmpty()) {
            return wanted.histogram().equals(came.histogram());
        }
        return same(wanted.value(), came.value());
    }

    /** As promtool, NaN is equal to nothing unless the comparison is fuzzy. */
    private boolean same(double wanted, double came) {
        if (!fuzzy) {
            return wanted == came;
        }
        return (Double.isNaN(wanted) && Double.isNaN(came))
                || (Math.nextDown(wanted) <= came && Math.nextUp(wanted) >= came);
    }
}
