package io.dawsos.observatory.promql;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.promql.ast.ValueType;
import io.dawsos.observatory.promql.eval.Column;
import io.dawsos.observatory.promql.eval.Steps;
import java.util.List;

/**
 * What a query evaluated to. Of the value's components only that of the {@code type} is filled.
 *
 * @param type of the expression
 * @param steps at which it was evaluated
 * @param vector of an instant vector: its series, none empty; by labels when there are several steps, else in the order
 *     of evaluation, which {@code sort} decides
 * @param ranges of a range vector, which only an instant query may give
 * @param scalar a scalar's values, one a step; empty for other types
 * @param string a string's value
 * @param annotations what the user should know besides
 * @param samplesRead how many samples were read of the source
 * @param peakSamples how many samples were held at once, at most
 */
public record QueryResult(
        ValueType type,
        Steps steps,
        List<VectorSeries> vector,
        List<RangeSeries> ranges,
        List<Double> scalar,
        String string,
        Annotations annotations,
        long samplesRead,
        long peakSamples) {
    public QueryResult {
        vector = List.copyOf(vector);
        ranges = List.copyOf(ranges);
        scalar = List.copyOf(scalar);
    }

    /** One series of an instant vector, over all steps. */
    public record VectorSeries(Labels labels, Column column) {}

    /** One series of a range vector. */
    public record RangeSeries(Labels labels, Samples samples) {}
}
