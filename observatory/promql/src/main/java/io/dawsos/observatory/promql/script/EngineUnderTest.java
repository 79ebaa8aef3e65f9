package io.dawsos.observatory.promql.script;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.SeriesSource;
import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.promql.QueryResult;
import io.dawsos.observatory.promql.ast.ValueType;
import io.dawsos.observatory.promql.eval.Column;
import io.dawsos.observatory.promql.eval.Steps;
import java.util.List;

/** This module's engine, as scripts try it. */
public record EngineUnderTest(Engine engine) implements ScriptEngine {

    @Override
    public ScriptResult query(SeriesSource source, String query, Steps steps) {
        QueryResult result = engine.query(source, query, steps);
        return new ScriptResult(
                result.type(),
                result.type() == ValueType.SCALAR ? List.of(scalar(result)) : rows(result),
                result.ranges().stream()
                        .map(range -> new ScriptResult.Range(range.labels(), range.samples()))
                        .toList(),
                result.string(),
                result.annotations().warnings(),
                result.annotations().infos());
    }

    private static List<ScriptResult.Row> rows(QueryResult result) {
        return result.vector().stream()
                .map(series -> new ScriptResult.Row(series.labels(), series.column()))
                .toList();
    }

    private static ScriptResult.Row scalar(QueryResult result) {
        Column column = new Column(result.steps().count());
        for (int step = 0; step < result.scalar().size(); step++) {
            column.set(step, result.scalar().get(step));
        }
        return new ScriptResult.Row(Labels.EMPTY, column);
    }
}
