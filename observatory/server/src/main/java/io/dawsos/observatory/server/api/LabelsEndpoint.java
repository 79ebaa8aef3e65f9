package io.dawsos.observatory.server.api;

import io.dawsos.observatory.model.Selection;
import io.dawsos.observatory.promql.Cancellation;
import io.dawsos.observatory.server.http.Parameters;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** {@code /api/v1/labels} and {@code /api/v1/label/NAME/values}: names or values of labels, sorted. */
final class LabelsEndpoint implements Endpoint {
    private final QueryGate gate;
    private final Function<Selection, List<String>> find;

    private LabelsEndpoint(QueryRunner runner, Function<Selection, List<String>> find) {
        this.gate = runner.gate();
        this.find = find;
    }

    static LabelsEndpoint names(QueryRunner runner) {
        return new LabelsEndpoint(runner, runner.source()::labelNames);
    }

    static LabelsEndpoint values(QueryRunner runner, String label) {
        return new LabelsEndpoint(runner, selection -> runner.source().labelValues(label, selection));
    }

    @Override
    public Answer answer(Parameters parameters, Cancellation gone) {
        int limit = parameters.limit("limit");
        TreeSet<String> found = new TreeSet<>();
        try (QueryGate.Pass _ = gate.enter()) {
            Selectors.optional(parameters).forEach(selection -> found.addAll(find.apply(selection)));
        }
        boolean truncated = limit > 0 && found.size() > limit;
        List<String> given = truncated ? found.stream().limit(limit).toList() : List.copyOf(found);
        return new Answer(out -> Values.texts(out, given)).truncated(truncated);
    }
}
