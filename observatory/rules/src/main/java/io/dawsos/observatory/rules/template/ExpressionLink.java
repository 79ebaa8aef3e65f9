package io.dawsos.observatory.rules.template;

/** Links to an expression's page, from the server's address on. */
public final class ExpressionLink {
    private ExpressionLink() {}

    public static String graph(String expression) {
        return of(expression, 0);
    }

    public static String table(String expression) {
        return of(expression, 1);
    }

    private static String of(String expression, int tab) {
        return "/graph?g0.expr=" + TextFunctions.queryEscaped(expression) + "&g0.tab=" + tab;
    }
}
