package io.dawsos.observatory.promql.script;

import io.dawsos.observatory.model.SeriesSource;
import io.dawsos.observatory.promql.eval.Steps;

/** What a script tries: anything that evaluates PromQL over the script's series. */
@FunctionalInterface
public interface ScriptEngine {
    /** @throws RuntimeException when the query fails; scripts compare the message */
    ScriptResult query(SeriesSource source, String query, Steps steps);
}
