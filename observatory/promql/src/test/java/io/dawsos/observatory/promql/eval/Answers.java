package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.QueryResult;
import io.dawsos.observatory.promql.ast.ValueType;
import java.util.Map;
import java.util.TreeMap;

/** Results as values by labels and time, and how they differ. */
final class Answers {
    private static final double TOLERANCE = 1e-8;

    private Answers() {}

    static Map<Labels, Map<Long, Double>> of(QueryResult result) {
        Map<Labels, Map<Long, Double>> series = new TreeMap<>();
        Steps steps = result.steps();
        if (result.type() == ValueType.SCALAR) {
            Map<Long, Double> values = new TreeMap<>();
            for (int step = 0; step < steps.count(); step++) {
                values.put(steps.at(step), result.scalar().get(step));
            }
            series.put(Labels.EMPTY, values);
        }
        for (QueryResult.VectorSeries one : result.vector()) {
            Map<Long, Double> values = new TreeMap<>();
            for (int step = 0; step < steps.count(); step++) {
                if (one.column().has(step)) {
                    values.put(steps.at(step), one.column().value(step));
                }
            }
            series.put(one.labels(), values);
        }
        return series;
    }

    /** The first difference in words; empty when there is none. */
    static String difference(Map<Labels, Map<Long, Double>> wanted, Map<Labels, Map<Long, Double>> got) {
        for (Map.Entry<Labels, Map<Long, Double>> entry : wanted.entrySet()) {
            Map<Long, Double> other = got.get(entry.getKey());
            if (other == null) {
                return "no series " + entry.getKey() + " = " + entry.getValue();
            }
            String difference = points(entry.getValue(), other);
            if (!difference.isEmpty()) {
                return entry.getKey() + " " + difference;
            }
        }
        for (Labels labels : got.keySet()) {
            if (!wanted.containsKey(labels)) {
                return "an additional series " + labels + " = " + got.get(labels);
            }
        }
        return "";
    }

    private static String points(Map<Long, Double> wanted, Map<Long, Double> got) {
        for (Map.Entry<Long, Double> point : wanted.entrySet()) {
            Double other = got.get(point.getKey());
            if (other == null || !near(point.getValue(), other)) {
                return "at " + point.getKey() + ": wanted " + point.getValue() + ", got " + other;
            }
        }
        for (Map.Entry<Long, Double> point : got.entrySet()) {
            if (!wanted.containsKey(point.getKey())) {
                return "at " + point.getKey() + ": wanted nothing, got " + point.getValue();
            }
        }
        return "";
    }

    static boolean near(double wanted, double got) {
        if (Double.compare(wanted, got) == 0 || wanted == got) {
            return true;
        }
        return Math.abs(wanted - got) <= TOLERANCE * Math.max(1e-3, Math.max(Math.abs(wanted), Math.abs(got)));
    }
}
