package io.dawsos.observatory.promql;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.promql.ast.Expr;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripPropertyTest {
    private static final Set<Feature> ALL = EnumSet.allOf(Feature.class);

    @Property(tries = 2000)
    void text_ofAnyExpression_parsesAsTheSame(@ForAll("exprs") Expr expr) {
        Expr again = PromQl.parse(PromQl.text(expr), ALL);
        assertThat(again.sameAs(expr)).as(PromQl.text(expr)).isTrue();
    }

    @Property(tries = 1000)
    void format_ofAnyExpression_parsesAsTheSameAndIsStable(@ForAll("exprs") Expr expr) {
        String formatted = PromQl.format(expr);
        Expr again = PromQl.parse(formatted, ALL);
        assertThat(again.sameAs(expr)).as(formatted).isTrue();
        assertThat(PromQl.format(again)).isEqualTo(formatted);
    }

    @Provide
    Arbitrary<Expr> exprs() {
        return ExprArbitraries.exprs();
    }
}
