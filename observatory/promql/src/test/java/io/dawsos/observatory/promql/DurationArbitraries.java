package io.dawsos.observatory.promql;

import io.dawsos.observatory.promql.ast.BinaryOp;
import io.dawsos.observatory.promql.ast.DurationExpr;
import io.dawsos.observatory.promql.ast.SourceRange;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Lengths of time as a parser makes them. */
final class DurationArbitraries {
    private static final SourceRange AT = new SourceRange(0, 0);

    private DurationArbitraries() {}

    /** For ranges and steps. */
    static Arbitrary<DurationExpr> positives() {
        Arbitrary<DurationExpr> usual = Arbitraries.of(60_000L, 90_000L, 180_000L, 600_000L)
                .map(millis -> new DurationExpr.Literal(millis, AT));
        return Arbitraries.frequencyOf(
                Tuple.of(12, usual),
                Tuple.of(1, literals()),
                Tuple.of(1, calls()),
                Tuple.of(1, signed(calls())),
                Tuple.of(1, parens(2)),
                Tuple.of(1, sums(parens(1), parens(1))));
    }

    static Arbitrary<DurationExpr> offsets() {
        Arbitrary<DurationExpr> literals =
                Arbitraries.longs().between(-1L << 40, 1L << 40).map(millis -> new DurationExpr.Literal(millis, AT));
        return Arbitraries.oneOf(
                literals, literals, calls(), signed(calls()), parens(2), signed(parens(1)), sums(parens(1), inner(1)));
    }

    private static Arbitrary<DurationExpr> literals() {
        return Arbitraries.longs().between(1, 1L << 40).map(millis -> new DurationExpr.Literal(millis, AT));
    }

    private static Arbitrary<DurationExpr> calls() {
        return Arbitraries.oneOf(
                Arbitraries.just(new DurationExpr.Step(AT)),
                Arbitraries.just(new DurationExpr.Range(AT)),
                Combinators.combine(Arbitraries.of(true, false), Arbitraries.lazy(() -> inner(1)), literals())
                        .as((max, a, b) -> new DurationExpr.Extreme(max, a, b, AT)));
    }

    private static Arbitrary<DurationExpr> signed(Arbitrary<DurationExpr> inner) {
        return inner.map(duration -> new DurationExpr.Negated(duration, AT));
    }

    private static Arbitrary<DurationExpr> parens(int depth) {
        return inner(depth).map(duration -> new DurationExpr.Paren(duration, AT));
    }

    private static Arbitrary<DurationExpr> inner(int depth) {
        Arbitrary<DurationExpr> numbers =
                Arbitraries.doubles().between(0, 1e6).map(value -> new DurationExpr.Number(value, AT));
        if (depth == 0) {
            return Arbitraries.oneOf(literals(), numbers);
        }
        Arbitrary<DurationExpr> parens = Arbitraries.lazy(() -> parens(depth - 1));
        return Arbitraries.oneOf(
                literals(),
                numbers,
                calls(),
                signed(parens),
                signed(signed(literals())),
                sums(parens, parens),
                sums(literals(), signed(calls())));
    }

    private static Arbitrary<DurationExpr> sums(Arbitrary<DurationExpr> left, Arbitrary<DurationExpr> right) {
        Arbitrary<BinaryOp> ops =
                Arbitraries.of(BinaryOp.ADD, BinaryOp.SUB, BinaryOp.MUL, BinaryOp.DIV, BinaryOp.MOD, BinaryOp.POW);
        return Combinators.combine(ops, left, right).as((op, a, b) -> new DurationExpr.Binary(op, a, tight(b), AT));
    }

    private static DurationExpr tight(DurationExpr duration) {
        return duration instanceof DurationExpr.Binary ? new DurationExpr.Paren(duration, AT) : duration;
    }
}
