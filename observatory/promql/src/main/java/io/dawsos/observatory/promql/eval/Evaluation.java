package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Selection;
import io.dawsos.observatory.model.Series;
import io.dawsos.observatory.model.SeriesSource;
import io.dawsos.observatory.promql.Annotations;
import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.PromQlException.Reason;
import io.dawsos.observatory.promql.ast.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the nodes of one query share. Closed when the query has its result. */
final class Evaluation implements AutoCloseable {
    private static final Set<String> METADATA = Set.of(Labels.METRIC_NAME, "__type__", "__unit__");

    private final SeriesSource source;
    private final String query;
    private final Set<Feature> features;
    private final Annotations annotations = new Annotations();
    private final Limits limits;
    private final Team team;
    private final boolean explains;
    private final List<Stream<?>> open = new ArrayList<>();

    Evaluation(SeriesSource source, String query, Set<Feature> features, Limits limits, Team team, boolean explains) {
        this.source = source;
        this.query = query;
        this.features = Set.copyOf(features);
        this.limits = limits;
        this.team = team;
        this.explains = explains;
    }

    String query() {
        return query;
    }

    Set<Feature> features() {
        return features;
    }

    boolean has(Feature feature) {
        return features.contains(feature);
    }

    Annotations annotations() {
        return annotations;
    }

    Limits limits() {
        return limits;
    }

    Team team() {
        return team;
    }

    boolean explains() {
        return explains;
    }

    /** The matching series, readable until the evaluation is closed. */
    Series[] select(Selection selection) {
        Stream<Series> selected = source.select(selection);
        open.add(selected);
        return selected.toArray(Series[]::new);
    }

    /** The key without the metric's name, now or at the end of the query. */
    RowKey dropName(RowKey key) {
        return has(Feature.DELAYED_NAME_REMOVAL) ? new RowKey(key.labels(), true) : RowKey.of(unnamed(key.labels()));
    }

    /** Labels without the metric's name, and without its type and unit where those are part of it. */
    Labels unnamed(Labels labels) {
        return has(Feature.TYPE_AND_UNIT_LABELS) ? labels.without(METADATA) : labels.withoutMetricName();
    }

    boolean isMetadata(String label) {
        return has(Feature.TYPE_AND_UNIT_LABELS) ? METADATA.contains(label) : label.equals(Labels.METRIC_NAME);
    }

    void warn(String message, SourceRange at) {
        annotations.warn("PromQL warning: " + message + " (" + at.position(query) + ")");
    }

    void info(String message, SourceRange at) {
        annotations.info("PromQL info: " + message + " (" + at.position(query) + ")");
    }

    /** The query cannot be evaluated with this data. */
    static PromQlException failure(String message) {
        return new PromQlException(Reason.EXECUTION, message);
    }

    @Override
    public void close() {
        open.forEach(Stream::close);
    }
}
