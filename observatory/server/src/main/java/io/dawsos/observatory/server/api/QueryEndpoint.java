package io.dawsos.observatory.server.api;

import io.dawsos.observatory.promql.Cancellation;
import io.dawsos.observatory.promql.QueryResult;
import io.dawsos.observatory.promql.eval.Steps;
import io.dawsos.observatory.server.http.Parameters;
import java.time.InstantSource;

/** {@code /api/v1/query}: an expression at one time. */
final class QueryEndpoint implements Endpoint {
    private final QueryRunner runner;
    private final InstantSource clock;

    QueryEndpoint(QueryRunner runner, InstantSource clock) {
        this.runner = runner;
        this.clock = clock;
    }

    @Override
    public Answer answer(Parameters parameters, Cancellation gone) {
        int limit = parameters.limit("limit");
        Stats stats = Stats.of(parameters);
        long time = ApiTime.of(parameters, "time", clock.millis());
        QueryResult result = runner.run(parameters, Steps.instant(time), gone);
        return stats.answer(result, Results.instant(result, limit))
                .truncated(limit > 0
                        && Math.max(result.vector().size(), result.ranges().size()) > limit);
    }
}
