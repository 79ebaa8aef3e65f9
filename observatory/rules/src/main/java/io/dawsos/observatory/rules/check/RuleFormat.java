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
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Lays the expressions of rule files out; all else stays byte for byte. An expression with a comment in it stays as it is, for
 * the comment would be lost.
 */
public final class RuleFormat {
    /** How an expression is laid out does not depend on what is switched on. */
    private static final Set<Feature> ALL = EnumSet.allOf(Feature.class);

    static final String UNKNOWN_NOTATION =
            "laid out, the file would say something else, and so it is kept; write its expressions in blocks, as expr: |";

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
        if (!saysTheSame(text, formatted)) {
            throw new IllegalArgumentException(fileName + ": " + UNKNOWN_NOTATION);
        }
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
    private static boolean saysTheSame(String text, String formatted) {
        List<ExprScalar> before = ExprScalars.in(text);
        List<ExprScalar> after;
        try {
            after = ExprScalars.in(formatted);
        } catch (YamlEngineException e) {
            return false;
        }
        boolean same = before.size() == after.size();
        for (int i = 0; same && i < before.size(); i++) {
            same = sameExpr(before.get(i).value(), after.get(i).value());
        }
        return same;
    }

    private static boolean sameExpr(String before, String after) {
        try {
            return hasComment(before)
                    ? before.equals(after)
                    : PromQl.parse(before, ALL).sameAs(PromQl.parse(after, ALL));
        } catch (PromQlException e) {
            return false;
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
