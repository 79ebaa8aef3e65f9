package io.dawsos.observatory.rules;

import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.ast.Expr;
import java.util.Map;

/** What a group evaluates: an expression, and what becomes of its result. */
public sealed interface Rule permits RecordingRule, AlertingRule {
    /** The name of the series that it writes, or of the alert that it raises. */
    String name();

    /** The expression as the file has it. */
    String expr();

    /** {@link #expr()}, parsed. */
    Expr parsed();

    /** What is set on the result, those of the group included; an empty value takes a label away. Sorted by name. */
    Map<String, String> labels();

    /** Where it begins in its file, from 1; 0 when it came of none. */
    int line();

    /** The expression on one line, as the parser prints it. */
    default String query() {
        return PromQl.text(parsed());
    }

    /** Whether the other says the same, wherever both stand in their files. */
    boolean sameAs(Rule other);
}
