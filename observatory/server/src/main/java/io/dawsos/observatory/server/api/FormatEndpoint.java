package io.dawsos.observatory.server.api;

import io.dawsos.observatory.promql.Cancellation;
import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.server.http.Json;
import io.dawsos.observatory.server.http.Parameters;
import java.util.function.Function;

/** {@code /api/v1/format_query} and {@code /api/v1/parse_query}: an expression, but not its value. */
final class FormatEndpoint implements Endpoint {
    private final QuerySettings settings;
    private final Function<Expr, Json.Writer> show;

    private FormatEndpoint(QuerySettings settings, Function<Expr, Json.Writer> show) {
        this.settings = settings;
        this.show = show;
    }

    static FormatEndpoint text(QuerySettings settings) {
        return new FormatEndpoint(settings, expr -> {
            String text = PromQl.format(expr);
            return out -> out.writeString(text);
        });
    }

    static FormatEndpoint tree(QuerySettings settings) {
        return new FormatEndpoint(settings, expr -> out -> ExprJson.write(out, expr));
    }

    @Override
    public Answer answer(Parameters parameters, Cancellation gone) {
        try {
            return new Answer(show.apply(PromQl.parse(parameters.get("query"), settings.features())));
        } catch (PromQlException e) {
            throw QueryRunner.failure(e);
        }
    }
}
