package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.parse.SeriesName;

/** Names of series in test files: <code>up{job="api"}</code>. */
final class SeriesNames {
    private SeriesNames() {}

    /** @throws RuleTestException when it is none */
    static Labels parse(String text, int line) {
        if (text.isBlank()) {
            return Labels.EMPTY;
        }
        try {
            SeriesName name = SeriesName.read(text);
            String rest = text.substring(name.end());
            if (!rest.isBlank()) {
                throw new RuleTestException(line, "no series: \"" + text + "\"; after the name comes \"" + rest + "\"");
            }
            return name.labels();
        } catch (PromQlException e) {
            throw new RuleTestException(line, "no series: \"" + text + "\": " + e.getMessage());
        }
    }
}
