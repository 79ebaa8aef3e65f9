package io.dawsos.observatory.promql.script;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.promql.ast.ValueType;
import io.dawsos.observatory.promql.eval.Column;
import java.util.List;

/**
 * What came of a query.
 *
 * @param rows series with a cell a step, in the result's order; of a scalar one row without labels
 * @param ranges series with their samples, of a range vector
 * @param string of a string; else empty
 */
public record ScriptResult(
        ValueType type, List<Row> rows, List<Range> ranges, String string, List<String> warnings, List<String> infos) {

    /** A series of an instant vector. */
    public record Row(Labels labels, Column column) {}

    /** A series of a range vector. */
    public record Range(Labels labels, Samples samples) {}

    public ScriptResult {
        rows = List.copyOf(rows);
        ranges = List.copyOf(ranges);
        warnings = List.copyOf(warnings);
        infos = List.copyOf(infos);
    }
}
