package io.dawsos.observatory.rules;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.NativeHistogram;
import org.jspecify.annotations.Nullable;

/**
 * One series of an expression's result, or of a rule's.
 *
 * @param value NaN when it is a histogram
 */
record RuleSample(Labels labels, double value, @Nullable NativeHistogram histogram) {
    RuleSample(Labels labels, double value) {
        this(labels, value, null);
    }

    RuleSample withLabels(Labels changed) {
        return new RuleSample(changed, value, histogram);
    }
}
