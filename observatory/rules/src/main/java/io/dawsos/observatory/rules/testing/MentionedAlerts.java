package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.model.Alert;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.rules.check.Exprs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The alerts that the checks of a test look at: by their name, or through a query of {@code ALERTS}. */
final class MentionedAlerts {
    private final Set<String> names = new HashSet<>();
    private final List<Expr.VectorSelector> queried = new ArrayList<>();

    MentionedAlerts(RuleTest test) {
        test.alertChecks().forEach(check -> names.add(check.alertName()));
        test.exprChecks().forEach(check -> query(check.expr()));
    }

    private void query(String query) {
        try {
            Exprs.selectors(PromQl.parse(query))
                    .filter(MentionedAlerts::ofAlerts)
                    .forEach(queried::add);
        } catch (PromQlException e) {
            // The check itself fails of it, and says so.
        }
    }

    private static boolean ofAlerts(Expr.VectorSelector selector) {
        return selector.matchers().stream()
                .filter(matcher -> matcher.name().equals(Labels.METRIC_NAME))
                .allMatch(matcher -> matcher.matches("ALERTS"));
    }

    boolean has(String alertName) {
        return names.contains(alertName) || queried.stream().anyMatch(selector -> looksAt(selector, alertName));
    }

    private static boolean looksAt(Expr.VectorSelector selector, String alertName) {
        return selector.matchers().stream()
                .filter(matcher -> matcher.name().equals(Alert.NAME))
                .allMatch(matcher -> matcher.matches(alertName));
    }
}
