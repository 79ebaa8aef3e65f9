package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.Annotations;
import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.RangeMode;
import io.dawsos.observatory.promql.eval.GoText;
import java.util.EnumSet;
import java.util.Set;

/** What a function may know besides its arguments, for one series. For one thread. */
public final class FunctionContext {
    private final Expr.Call call;
    private final String query;
    private final Labels series;
    private final RangeMode mode;
    private final Set<Feature> features;
    private final Annotations annotations;
    private final boolean startTimestamps;
    private final Set<Note> said = EnumSet.noneOf(Note.class);

    /**
     * @param call the call in the query, whose place messages name
     * @param series the labels of the series at hand
     * @param mode how a range vector takes its edges
     */
    public FunctionContext(
            Expr.Call call,
            String query,
            Labels series,
            RangeMode mode,
            Set<Feature> features,
            Annotations annotations) {
        this.call = call;
        this.query = query;
        this.series = series;
        this.mode = mode;
        this.features = Set.copyOf(features);
        this.annotations = annotations;
        this.startTimestamps = features.contains(Feature.START_TIMESTAMPS);
    }

    public Labels series() {
        return series;
    }

    public RangeMode mode() {
        return mode;
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** Whether resets are told by start timestamps too. */
    boolean startTimestamps() {
        return startTimestamps;
    }

    /** Says something of the series, once. */
    void say(Note note) {
        if (said.add(note)) {
            String text = note.text(series.metricName());
            if (note.warning()) {
                warn(text);
            } else {
                info(text);
            }
        }
    }

    void sayInvalidQuantile(double q) {
        warn("quantile value should be between 0 and 1, got " + GoText.general(q));
    }

    private void warn(String text) {
        annotations.warn("PromQL warning: " + text + place());
    }

    private void info(String text) {
        annotations.info("PromQL info: " + text + place());
    }

    /** Says that a counter's function got what is not named as one; once. */
    void sayNonCounter() {
        if (said.contains(Note.POSSIBLE_NON_COUNTER)) {
            return;
        }
        String name = series.metricName();
        String type = has(Feature.TYPE_AND_UNIT_LABELS) ? series.get("__type__") : "";
        if (!name.isEmpty() && !type.isEmpty()) {
            sayNonCounterType(name, type);
        } else if (!name.isEmpty() && !namedAsCounter(name)) {
            say(Note.POSSIBLE_NON_COUNTER);
        }
        said.add(Note.POSSIBLE_NON_COUNTER);
    }

    private void sayNonCounterType(String name, String type) {
        if (!type.equals("counter") && !type.equals("histogram")) {
            info("metric might not be a counter, __type__ label is not set to \"counter\" or \"histogram\", got \""
                    + type + "\": \"" + name + "\"");
        }
    }

    private static boolean namedAsCounter(String name) {
        return name.endsWith("_total") || name.endsWith("_sum") || name.endsWith("_count") || name.endsWith("_bucket");
    }

    private String place() {
        Expr first = call.arguments().isEmpty() ? call : call.arguments().getFirst();
        while (first instanceof Expr.Paren paren) {
            first = paren.inner();
        }
        return " (" + first.at().position(query) + ")";
    }
}
