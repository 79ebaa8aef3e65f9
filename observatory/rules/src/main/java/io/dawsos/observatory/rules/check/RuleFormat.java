package io.dawsos.observatory.rules.check;

import io.dawsos.observatory.config.ConfigFile;
import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.ast.Expr;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Lays the expressions of rule files out; all else stays byte for byte. An expression with a comment in it stays as it is, for
 * the comment would be lost.
 */
public final class RuleFormat {
    /** How an expression is laid out does not depend on what is switched on. */
    private static final Set<Feature> ALL = EnumSet.allOf(Feature.class);

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private RuleFormat() {}

    /**
     * A rule file with its expressions laid out.
     *
     * @throws io.dawsos.observatory.config.ConfigException when it cannot be read
     * @throws IllegalArgumentException when an expression is none; the message says where
     */
    public static FormattedRules format(String fileName, String text) {
        if (text.startsWith(BYTE_ORDER_MARK)) {
            FormattedRules rest = format(fileName, text.substring(1));
            return new FormattedRules(BYTE_ORDER_MARK + rest.text(), rest.kept());
        }
        ConfigFile.parse(fileName, text);
        String formatted = text;
        List<Integer> kept = new ArrayList<>();
        // From the end, so that the places of those before stay.
        for (ExprScalar scalar : ExprScalars.in(text).reversed()) {
            if (hasComment(scalar.value())) {
                kept.addFirst(scalar.line());
            } else {
                Expr expr = parse(fileName, scalar);
                formatted = new ScalarText(formatted).replace(scalar, PromQl.format(expr), PromQl.text(expr));
            }
        }
        requireSame(fileName, ExprScalars.in(text), ExprScalars.in(formatted));
        return new FormattedRules(formatted, kept);
    }

    private static Expr parse(String fileName, ExprScalar scalar) {
        try {
            return PromQl.parse(scalar.value(), ALL);
        } catch (PromQlException e) {
            throw new IllegalArgumentException(fileName + ":" + scalar.line() + ": expr: " + e.getMessage(), e);
        }
    }

    /** A guard of the file that is about to be written, should a notation of YAML be unknown here. */
    private static void requireSame(String fileName, List<ExprScalar> before, List<ExprScalar> after) {
        boolean same = before.size() == after.size();
        for (int i = 0; same && i < before.size(); i++) {
            same = PromQl.parse(before.get(i).value(), ALL)
                    .sameAs(PromQl.parse(after.get(i).value(), ALL));
        }
        if (!same) {
            throw new IllegalStateException(fileName + ": laid out, the file would say something else; it is kept");
        }
    }

    /** Whether there is a {@code #} that is not in quotes. */
    private static boolean hasComment(String expr) {
        char quote = 0;
        for (int i = 0; i < expr.length(); i++) {
            char c = expr.charAt(i);
            if (quote == 0 && c == '#') {
                return true;
            }
            if (quote == 0 && (c == '"' || c == '\'' || c == '`')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (quote != 0 && quote != '`' && c == '\\') {
                i++;
            }
        }
        return false;
    }
}
