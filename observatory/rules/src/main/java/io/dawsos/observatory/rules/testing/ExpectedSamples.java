package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.script.SequenceText;
import io.dawsos.observatory.promql.script.SequenceValue;
import java.util.List;

/** Reads the samples that a check expects. */
final class ExpectedSamples {
    private ExpectedSamples() {}

    /** @throws RuleTestException when one is malformed */
    static List<Sample> parse(ExprCheck check) {
        return check.expected().stream().map(ExpectedSamples::sample).toList();
    }

    private static Sample sample(ExpectedSample expected) {
        Labels labels = SeriesNames.parse(expected.labels(), expected.line());
        return expected.histogram().isEmpty()
                ? Sample.of(labels, expected.value(), null)
                : Sample.of(labels, Double.NaN, histogram(expected).value());
    }

    private static SequenceValue.Histogram histogram(ExpectedSample expected) {
        try {
            List<SequenceValue> values = SequenceText.parse(expected.histogram());
            if (values.size() == 1 && values.getFirst() instanceof SequenceValue.Histogram histogram) {
                return histogram;
            }
        } catch (IllegalArgumentException e) {
            throw new RuleTestException(expected.line(), "histogram: " + e.getMessage());
        }
        throw new RuleTestException(
                expected.line(),
                "histogram: wants one as {{schema:0 count:1 sum:2 buckets:[1]}}, got \"" + expected.histogram() + "\"");
    }
}
