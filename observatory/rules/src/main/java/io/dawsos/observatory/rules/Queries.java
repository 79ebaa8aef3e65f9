package io.dawsos.observatory.rules;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.SeriesSource;
import io.dawsos.observatory.promql.Cancellation;
import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.promql.QueryResult;
import io.dawsos.observatory.promql.eval.Column;
import io.dawsos.observatory.promql.eval.Steps;
import io.dawsos.observatory.rules.template.TemplateQuery;
import io.dawsos.observatory.rules.template.TemplateSample;
import java.time.Instant;
import java.util.List;

/** Asks the queries of rules and of their templates. */
final class Queries {
    private final Engine engine;
    private final SeriesSource source;
    private final Cancellation cancellation = new Cancellation();

    Queries(Engine engine, SeriesSource source) {
        this.engine = engine;
        this.source = source;
    }

    /** Ends the queries that run and all that are asked from now on. */
    void cancel() {
        cancellation.cancel();
    }

    List<RuleSample> result(Rule rule, Instant at) {
        Steps steps = Steps.instant(at.toEpochMilli());
        return samples(engine.query(source, rule.expr(), rule.parsed(), steps, cancellation));
    }

    private static List<RuleSample> samples(QueryResult result) {
        return switch (result.type()) {
            case INSTANT_VECTOR -> result.vector().stream().map(Queries::sample).toList();
            case SCALAR -> List.of(new RuleSample(Labels.EMPTY, result.scalar().getFirst()));
            case STRING, RANGE_VECTOR ->
                throw new RuleFailure("the expression of a rule gives an instant vector or a scalar, this one gives a "
                        + result.type().text());
        };
    }

    private static RuleSample sample(QueryResult.VectorSeries series) {
        Column column = series.column();
        return new RuleSample(series.labels(), column.value(0), column.histogram(0));
    }

    /** The queries that templates make, answered as of a time. */
    TemplateQuery forTemplates(Instant at) {
        Steps steps = Steps.instant(at.toEpochMilli());
        return query -> samples(engine.query(source, query, steps, cancellation)).stream()
                .map(sample -> new TemplateSample(sample.labels().toMap(), sample.value()))
                .toList();
    }
}
