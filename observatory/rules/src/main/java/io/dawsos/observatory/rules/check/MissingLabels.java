package io.dawsos.observatory.rules.check;

import io.dawsos.observatory.promql.ast.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Labels that templates of a rule use and that no result of its expression can have. */
final class MissingLabels {
    private MissingLabels() {}

    /** @param templates texts by what they are called, as {@code annotation summary} */
    static List<String> of(Expr expr, Map<String, String> templates) {
        PossibleLabels possible = ResultLabels.of(expr);
        List<String> problems = new ArrayList<>();
        templates.forEach((what, template) -> {
            for (String label : TemplateLabels.of(template)) {
                if (!possible.mayHave(label)) {
                    problems.add(what + " uses $labels." + label + ", which is always empty: "
                            + (possible.others()
                                    ? "the expression takes that label away"
                                    : "the result has " + possible.text()));
                }
            }
        });
        return problems;
    }
}
