package io.dawsos.observatory.server.api;

import io.dawsos.observatory.promql.Cancellation;
import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.QueryResult;
import io.dawsos.observatory.promql.ast.ValueType;
import io.dawsos.observatory.promql.eval.Steps;
import io.dawsos.observatory.server.http.Failure;
import io.dawsos.observatory.server.http.FailureType;
import io.dawsos.observatory.server.http.Parameters;

/** {@code /api/v1/query_range}: an expression at every step of a time. */
final class QueryRangeEndpoint implements Endpoint {
    private static final long MOST_STEPS = 11_000;

    private final QueryRunner runner;
    private final QuerySettings settings;

    QueryRangeEndpoint(QueryRunner runner, QuerySettings settings) {
        this.runner = runner;
        this.settings = settings;
    }

    @Override
    public Answer answer(Parameters parameters, Cancellation gone) {
        int limit = parameters.limit("limit");
        Stats stats = Stats.of(parameters);
        Steps steps = steps(parameters);
        checkType(parameters.get("query"));
        QueryResult result = runner.run(parameters, steps, gone);
        return stats.answer(result, Results.range(result, limit))
                .truncated(limit > 0 && result.vector().size() > limit);
    }

    private static Steps steps(Parameters parameters) {
        long start = ApiTime.time(parameters, "start");
        long end = ApiTime.time(parameters, "end");
        if (end < start) {
            throw Failure.parameter("end", "end timestamp must not be before start time");
        }
        long step = ApiTime.duration(parameters, "step").toMillis();
        if (step <= 0) {
            throw Failure.parameter(
                    "step", "zero or negative query resolution step widths are not accepted. Try a positive integer");
        }
        if ((end - start) / step > MOST_STEPS) {
            throw new Failure(
                    FailureType.BAD_DATA,
                    "exceeded maximum resolution of 11,000 points per timeseries."
                            + " Try decreasing the query resolution (?step=XX)");
        }
        return new Steps(start, step, (int) ((end - start) / step) + 1);
    }

    private void checkType(String query) {
        try {
            ValueType type = PromQl.parse(query, settings.features()).type();
            if (type == ValueType.RANGE_VECTOR || type == ValueType.STRING) {
                throw Failure.parameter(
                        "query",
                        "invalid expression type \"" + type.text()
                                + "\" for range query, must be Scalar or instant Vector");
            }
        } catch (PromQlException e) {
            throw QueryRunner.failure(e);
        }
    }
}
