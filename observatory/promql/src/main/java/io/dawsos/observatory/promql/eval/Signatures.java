package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.ast.VectorMatching;
import java.util.Set;

/** The labels by which the series of two vectors find each other. */
final class Signatures {
    private final VectorMatching matching;
    private final Set<String> labels;
    private final Evaluation evaluation;

    Signatures(VectorMatching matching, Evaluation evaluation) {
        this.matching = matching;
        this.labels = Set.copyOf(matching.labels());
        this.evaluation = evaluation;
    }

    Labels of(Labels series) {
        return matching.on()
                ? series.only(labels)
                : series.keep(name -> !labels.contains(name) && !evaluation.isMetadata(name));
    }
}
