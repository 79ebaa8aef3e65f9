package io.dawsos.observatory.promql;

import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.format.ExprText;
import io.dawsos.observatory.promql.format.PrettyText;
import io.dawsos.observatory.promql.parse.Parser;
import java.util.Set;

/** Queries as text: parsing, and printing what was parsed. What is printed parses as the same expression again. */
public final class PromQl {
    private PromQl() {}

    /**
     * Parses a query and checks its types.
     *
     * @param features the experimental parts that it may use
     * @throws PromQlException when the text is no query; its message says where, what was wanted and what to write
     */
    public static Expr parse(String query, Set<Feature> features) {
        return Parser.parse(query, features);
    }

    /** Parses a query of the stable language. */
    public static Expr parse(String query) {
        return parse(query, Set.of());
    }

    /** Broken into lines for people to read; comments of the original are gone. */
    public static String format(Expr expr) {
        return PrettyText.of(expr);
    }

    /** On one line. */
    public static String text(Expr expr) {
        return ExprText.of(expr);
    }
}
