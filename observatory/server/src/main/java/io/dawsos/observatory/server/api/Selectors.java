package io.dawsos.observatory.server.api;

import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.model.Selection;
import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.RangeMode;
import io.dawsos.observatory.promql.ast.TimeShift;
import io.dawsos.observatory.server.http.Failure;
import io.dawsos.observatory.server.http.FailureType;
import io.dawsos.observatory.server.http.Parameters;
import java.util.ArrayList;
import java.util.List;

/** The selectors that parameters name. */
final class Selectors {
    static final String MATCH = "match[]";

    private Selectors() {}

    /** One selection for each {@code match[]}, over the time from {@code start} to {@code end}. */
    static List<Selection> of(Parameters parameters) {
        List<String> texts = parameters.all(MATCH);
        if (texts.isEmpty()) {
            throw new Failure(FailureType.BAD_DATA, "no match[] parameter provided");
        }
        return optional(parameters);
    }

    /** As {@link #of}, but one selection of everything when there is no {@code match[]}. */
    static List<Selection> optional(Parameters parameters) {
        long from = ApiTime.of(parameters, "start", ApiTime.EARLIEST);
        long to = ApiTime.of(parameters, "end", ApiTime.LATEST);
        if (to < from) {
            throw new Failure(FailureType.BAD_DATA, "end timestamp must not be before start timestamp");
        }
        List<String> texts = parameters.all(MATCH);
        return texts.isEmpty()
                ? List.of(new Selection(List.of(), from, to))
                : texts.stream()
                        .map(text -> new Selection(matchers(text), from, to))
                        .toList();
    }

    static List<Matcher> matchers(String text) {
        try {
            Expr expr = PromQl.parse(text);
            if (expr instanceof Expr.VectorSelector selector
                    && selector.shift().equals(TimeShift.NONE)
                    && selector.mode() == RangeMode.PLAIN) {
                return selector.matchers();
            }
        } catch (PromQlException e) {
            throw Failure.parameter(MATCH, e.getMessage());
        }
        throw Failure.parameter(MATCH, "wanted a selector such as up{job=\"api\"}, got " + text);
    }

    /** The selectors in an expression. */
    static List<List<Matcher>> in(Expr expr) {
        List<List<Matcher>> found = new ArrayList<>();
        collect(expr, found);
        return found;
    }

    private static void collect(Expr expr, List<List<Matcher>> found) {
        switch (expr) {
            case Expr.VectorSelector selector -> found.add(selector.matchers());
            case Expr.MatrixSelector matrix -> found.add(matrix.series().matchers());
            case Expr.Subquery subquery -> collect(subquery.inner(), found);
            case Expr.Call call -> call.arguments().forEach(argument -> collect(argument, found));
            case Expr.Aggregate aggregate -> {
                collect(aggregate.inner(), found);
                if (aggregate.parameter() != null) {
                    collect(aggregate.parameter(), found);
                }
            }
            case Expr.Binary binary -> {
                collect(binary.left(), found);
                collect(binary.right(), found);
            }
            case Expr.Unary unary -> collect(unary.inner(), found);
            case Expr.Paren paren -> collect(paren.inner(), found);
            case Expr.NumberLiteral number -> {
                // nothing is read for it
            }
            case Expr.StringLiteral string -> {
                // nothing is read for it
            }
        }
    }
}
