package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;
import io.dawsos.observatory.model.Matcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Joins series with the info series of their identity, of each info metric the one that was sampled last. */
final class InfoJoin {
    private static final int NONE = -1;

    private final Table info;
    private final Table seen;
    private final List<Matcher> data;
    private final Set<String> dataNames;
    /** Info rows by identity, and by their metric's name. */
    private final Map<Labels, Map<String, List<Integer>>> byIdentity = new HashMap<>();

    private final Map<RowKey, Column> results = new LinkedHashMap<>();

    /**
     * @param info the info series
     * @param seen the times of their samples, row by row
     * @param data matchers of the labels that are wanted; none: all labels are
     */
    InfoJoin(Table info, Table seen, List<Matcher> data) {
        this.info = info;
        this.seen = seen;
        this.data = data;
        this.dataNames = data.stream().map(Matcher::name).collect(Collectors.toSet());
        for (int row = 0; row < info.size(); row++) {
            checkFloats(info.column(row));
            Labels labels = info.key(row).labels();
            byIdentity
                    .computeIfAbsent(labels.only(InfoNode.IDENTITY), identity -> new TreeMap<>())
                    .computeIfAbsent(labels.metricName(), name -> new ArrayList<>())
                    .add(row);
        }
    }

    private static void checkFloats(Column column) {
        for (int step = 0; step < column.steps() && column.mayHaveHistograms(); step++) {
            if (column.histogram(step) != null) {
                throw Evaluation.failure("info() wants info series of floats, got one of native histograms");
            }
        }
    }

    void pass(RowKey key, Column column) {
        for (int step = 0; step < column.steps(); step++) {
            if (column.has(step)) {
                add(key, column, step);
            }
        }
    }

    void enrich(RowKey key, Column column) {
        Map<String, List<Integer>> candidates =
                byIdentity.getOrDefault(key.labels().only(InfoNode.IDENTITY), Map.of());
        boolean mayGoWithout = data.stream().allMatch(Matcher::matchesEmpty);
        Map<List<Integer>, RowKey> enriched = new HashMap<>();
        for (int step = 0; step < column.steps(); step++) {
            if (!column.has(step)) {
                continue;
            }
            List<Integer> partners = partners(candidates, step);
            if (!partners.isEmpty() || mayGoWithout) {
                add(enriched.computeIfAbsent(partners, p -> labelled(key, p)), column, step);
            }
        }
    }

    private List<Integer> partners(Map<String, List<Integer>> candidates, int step) {
        List<Integer> partners = new ArrayList<>(candidates.size());
        candidates.values().forEach(rows -> {
            int newest = newest(rows, step);
            if (newest != NONE) {
                partners.add(newest);
            }
        });
        return partners;
    }

    private int newest(List<Integer> rows, int step) {
        int newest = NONE;
        for (int row : rows) {
            if (!info.column(row).has(step)) {
                continue;
            }
            double time = seen.column(row).value(step);
            if (newest != NONE && time == seen.column(newest).value(step)) {
                throw Evaluation.failure("found duplicate series for info metric: "
                        + LabelList.of(info.key(newest).labels()) + " and "
                        + LabelList.of(info.key(row).labels()) + ", both sampled at " + GoText.plain(time));
            }
            if (newest == NONE || time > seen.column(newest).value(step)) {
                newest = row;
            }
        }
        return newest;
    }

    private RowKey labelled(RowKey key, List<Integer> partners) {
        Map<String, String> added = new TreeMap<>();
        LabelsBuilder labels = key.labels().toBuilder();
        for (int row : partners) {
            info.key(row).labels().forEach((name, value) -> {
                if (name.equals(Labels.METRIC_NAME) || (!dataNames.isEmpty() && !dataNames.contains(name))) {
                    return;
                }
                String before = key.labels().has(name) ? value : added.putIfAbsent(name, value);
                if (before != null && !before.equals(value)) {
                    throw Evaluation.failure("conflicting label: " + name);
                }
            });
        }
        added.forEach(labels::set);
        return key.withLabels(labels.build());
    }

    private void add(RowKey key, Column column, int step) {
        Column result = results.computeIfAbsent(key, k -> new Column(column.steps()));
        if (result.has(step)) {
            throw Evaluation.failure("vector cannot contain metrics with the same labelset");
        }
        result.copy(step, column);
    }

    Rows result() {
        return Table.of(List.copyOf(results.keySet()), List.copyOf(results.values()));
    }
}
