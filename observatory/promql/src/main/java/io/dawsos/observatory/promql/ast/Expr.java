package io.dawsos.observatory.promql.ast;

import io.dawsos.observatory.model.Matcher;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parsed PromQL expression. Immutable; evaluation state lives in the engine. */
public sealed interface Expr {
    SourceRange at();

    ValueType type();

    /** Whether the other says the same, wherever both stood in their texts. */
    default boolean sameAs(Expr other) {
        return Placeless.same(this, other);
    }

    /** A number; {@code duration} when it was written as one ({@code 5m} for 300). */
    record NumberLiteral(double value, boolean duration, SourceRange at) implements Expr {
        @Override
        public ValueType type() {
            return ValueType.SCALAR;
        }
    }

    record StringLiteral(String value, SourceRange at) implements Expr {
        @Override
        public ValueType type() {
            return ValueType.STRING;
        }
    }

    /**
     * {@code metric{label="value"} offset 5m @ start()}; the metric's name is one of the matchers.
     *
     * @param mode {@link RangeMode#SMOOTHED}, which interpolates between the neighbours of the step's time, or {@link
     *     RangeMode#PLAIN}; inside of a {@link MatrixSelector} always plain, the mode being that node's
     */
    record VectorSelector(List<Matcher> matchers, TimeShift shift, RangeMode mode, SourceRange at) implements Expr {
        public VectorSelector {
            matchers = List.copyOf(matchers);
        }

        public VectorSelector(List<Matcher> matchers, TimeShift shift, SourceRange at) {
            this(matchers, shift, RangeMode.PLAIN, at);
        }

        @Override
        public ValueType type() {
            return ValueType.INSTANT_VECTOR;
        }
    }

    /** {@code metric[5m]}, with the edges as the {@link RangeMode} says; the shift is the inner selector's. */
    record MatrixSelector(VectorSelector series, DurationExpr range, RangeMode mode, SourceRange at) implements Expr {
        @Override
        public ValueType type() {
            return ValueType.RANGE_VECTOR;
        }
    }

    /** {@code expr[1h:5m]}; without a step the engine's default interval is taken. */
    record Subquery(
            Expr inner, DurationExpr range, @Nullable DurationExpr step, TimeShift shift, SourceRange at)
            implements Expr {
        @Override
        public ValueType type() {
            return ValueType.RANGE_VECTOR;
        }
    }

    /** A function's call; the arguments fit the signature. */
    record Call(FunctionSignature function, List<Expr> arguments, SourceRange at) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public ValueType type() {
            return function.result();
        }
    }

    /** {@code sum by (job) (expr)}; the parameter is {@code topk}'s number and the like. */
    record Aggregate(
            AggregateOp op, @Nullable Expr parameter, Expr inner, boolean without, List<String> labels, SourceRange at)
            implements Expr {
        public Aggregate {
            labels = List.copyOf(labels);
        }

        @Override
        public ValueType type() {
            return ValueType.INSTANT_VECTOR;
        }
    }

    /** {@code left op right}; {@code matching} is there when both sides are vectors. */
    record Binary(
            BinaryOp op,
            Expr left,
            Expr right,
            boolean bool,
            @Nullable VectorMatching matching,
            SourceRange at) implements Expr {
        @Override
        public ValueType type() {
            return left.type() == ValueType.SCALAR && right.type() == ValueType.SCALAR
                    ? ValueType.SCALAR
                    : ValueType.INSTANT_VECTOR;
        }
    }

    /** {@code -expr} or {@code +expr}. */
    record Unary(boolean negative, Expr inner, SourceRange at) implements Expr {
        @Override
        public ValueType type() {
            return inner.type();
        }
    }

    record Paren(Expr inner, SourceRange at) implements Expr {
        @Override
        public ValueType type() {
            return inner.type();
        }
    }
}
