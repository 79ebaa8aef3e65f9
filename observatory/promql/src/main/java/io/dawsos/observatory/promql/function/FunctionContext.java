package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.Annotations;
import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.RangeMode;
import java.util.Set;

/**
 * What a function may know besides its arguments.
 *
 * @param call the call in the query, whose place messages name
 * @param series the labels of the series at hand
 * @param mode how a range vector takes its edges
 */
public record FunctionContext(
        Expr.Call call, String query, Labels series, RangeMode mode, Set<Feature> features, Annotations annotations) {
    public FunctionContext {
        features = Set.copyOf(features);
    }
}
