package io.dawsos.observatory.promql.script;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.eval.Steps;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One command of a script. */
sealed interface ScriptCommand {
    /** The first line of it, from 1. */
    int line();

    /** Forgets all series. */
    record Clear(int line) implements ScriptCommand {}

    /**
     * Adds series, the samples {@code interval} apart from time 0.
     *
     * @param nhcb whether classic histograms are added as histograms with custom boundaries too
     */
    record Load(int line, long interval, boolean nhcb, List<LoadedSeries> series) implements ScriptCommand {
        public Load {
            series = List.copyOf(series);
        }
    }

    /** @param starts for each value when its counter began, relative to it; null is unknown; empty: none is known */
    record LoadedSeries(Labels labels, List<SequenceValue> values, List<@Nullable Long> starts) {}

    /**
     * Evaluates a query and compares.
     *
     * @param instant whether it is an instant query
     * @param expected series, in order; null when a scalar or a string is expected
     * @param scalar the number expected, or null
     * @param string the string expected, or null
     * @param rangeVector the times of the expected samples where the result is a range vector
     */
    record Eval(
            int line,
            String query,
            boolean instant,
            Steps steps,
            List<SeriesText> expected,
            @Nullable Double scalar,
            @Nullable String string,
            @Nullable Steps rangeVector,
            Expectations expectations)
            implements ScriptCommand {
        public Eval {
            expected = List.copyOf(expected);
        }
    }
}
