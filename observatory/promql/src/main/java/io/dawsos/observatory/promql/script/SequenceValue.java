package io.dawsos.observatory.promql.script;

import io.dawsos.observatory.model.NativeHistogram;

/** One place in a series' values, as a script or a rule test writes them. */
public sealed interface SequenceValue {
    /** {@code _}: no sample. */
    record Omitted() implements SequenceValue {}

    /** A float, the stale marker included. */
    record Number(double value) implements SequenceValue {}

    /** @param resetGiven whether the text says what is known of a counter reset, so that it is compared too */
    record Histogram(NativeHistogram value, boolean resetGiven) implements SequenceValue {}
}
