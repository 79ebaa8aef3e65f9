package io.dawsos.observatory.server.api;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Selection;
import io.dawsos.observatory.model.Series;
import io.dawsos.observatory.model.SeriesSource;
import io.dawsos.observatory.promql.Cancellation;
import io.dawsos.observatory.server.http.Failure;
import io.dawsos.observatory.server.http.FailureType;
import io.dawsos.observatory.server.http.Parameters;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code /api/v1/series}: labels of the series that match any of the selectors, sorted. */
final class SeriesEndpoint implements Endpoint {
    private final SeriesSource source;
    private final QueryGate gate;

    SeriesEndpoint(QueryRunner runner) {
        source = runner.source();
        gate = runner.gate();
    }

    @Override
    public Answer answer(Parameters parameters, Cancellation gone) {
        int limit = parameters.limit("limit");
        List<Selection> selections = Selectors.of(parameters);
        Set<Labels> found = new HashSet<>();
        try (QueryGate.Pass _ = gate.enter()) {
            selections.forEach(selection -> collect(selection, found, gone));
        }
        List<Labels> sorted = found.stream().sorted().toList();
        boolean truncated = limit > 0 && sorted.size() > limit;
        List<Labels> given = truncated ? sorted.subList(0, limit) : sorted;
        return new Answer(out -> {
                    out.writeStartArray();
                    given.forEach(labels -> Values.labels(out, labels));
                    out.writeEndArray();
                })
                .truncated(truncated);
    }

    private void collect(Selection selection, Set<Labels> found, Cancellation gone) {
        try (Stream<Series> all = source.select(selection)) {
            for (Iterator<Series> each = all.iterator(); each.hasNext(); ) {
                if (gone.isCancelled()) {
                    throw new Failure(FailureType.CANCELED, "who asked has gone");
                }
                found.add(each.next().labels());
            }
        }
    }
}
