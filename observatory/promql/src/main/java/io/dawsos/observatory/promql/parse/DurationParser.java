package io.dawsos.observatory.promql.parse;

import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.promql.ast.BinaryOp;
import io.dawsos.observatory.promql.ast.DurationExpr;
import io.dawsos.observatory.promql.ast.SourceRange;
import org.jspecify.annotations.Nullable;

/**
 * Lengths of time in ranges, steps and offsets. In brackets the whole arithmetic is taken; an offset ends after one
 * number, duration or call with its sign, so that {@code a offset 5m + b} adds {@code b}: only where it begins with a
 * parenthesis does what follows belong to it, as in Prometheus.
 */
final class DurationParser {
    private static final String WANTED = "a number, a duration like 5m, step() or range()";
    private static final int UNARY_PRECEDENCE = BinaryOp.POW.precedence();

    private final Cursor cursor;
    private int nesting;

    DurationParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** A range, or a subquery's step. */
    DurationExpr positive(String where) {
        int start = cursor.peek().start();
        DurationExpr duration = finish(binary(where, 0));
        if (duration instanceof DurationExpr.Literal literal && literal.millis() <= 0
                || duration instanceof DurationExpr.Negated negated
                        && negated.inner() instanceof DurationExpr.Literal) {
            throw cursor.fail(start, where + " is at least a millisecond; write 5m, for example");
        }
        return duration;
    }

    DurationExpr offset() {
        Token token = cursor.peek();
        if (!cursor.at(TokenType.ADD) && !cursor.at(TokenType.SUB)) {
            return finish(cursor.at(TokenType.LEFT_PAREN) ? binary("offset", 0) : primary("offset"));
        }
        boolean negative = cursor.next().type() == TokenType.SUB;
        DurationExpr inner = finish(primary("offset"));
        if (!negative) {
            return inner;
        }
        SourceRange at = cursor.since(token.start());
        return inner instanceof DurationExpr.Literal literal
                ? new DurationExpr.Literal(-literal.millis(), at)
                : new DurationExpr.Negated(inner, at);
    }

    /** What stands alone is a length of time; arithmetic wants its flag. */
    private DurationExpr finish(DurationExpr duration) {
        return switch (duration) {
            case DurationExpr.Literal literal -> literal;
            case DurationExpr.Number number ->
                new DurationExpr.Literal(millis(number.value(), number.at().start()), number.at());
            case DurationExpr.Negated negated
            when negated.inner() instanceof DurationExpr.Number number ->
                new DurationExpr.Negated(
                        new DurationExpr.Literal(millis(number.value(), number.at().start()), number.at()),
                        negated.at());
            case DurationExpr.Negated negated
            when negated.inner() instanceof DurationExpr.Literal -> negated;
            default -> {
                cursor.require(Feature.DURATION_EXPRESSIONS, duration.at().start(), "a calculated duration");
                yield duration;
            }
        };
    }

    private long millis(double seconds, int at) {
        // By way of nanoseconds, rounded, and then cut off: as Prometheus has it.
        double nanos = Math.rint(seconds * 1e9);
        if (!(Math.abs(nanos) < Long.MAX_VALUE)) {
            throw cursor.fail(at, "a duration is at most 292 years, got " + NumberText.of(seconds) + " seconds");
        }
        return (long) nanos / 1_000_000;
    }

    private DurationExpr binary(String where, int lowest) {
        if (++nesting > Limits.DEPTH / 4) {
            throw cursor.fail(cursor.peek().start(), "this duration is nested too deeply");
        }
        int start = cursor.peek().start();
        DurationExpr left = unary(where);
        int operators = 0;
        for (BinaryOp op = operator(); op != null && op.precedence() >= lowest; op = operator()) {
            if (++operators + nesting > Limits.DEPTH / 4) {
                throw cursor.fail(cursor.peek().start(), "this duration has too many operators");
            }
            cursor.next();
            DurationExpr right = binary(where, op.rightAssociative() ? op.precedence() : op.precedence() + 1);
            left = new DurationExpr.Binary(op, left, right, cursor.since(start));
        }
        nesting--;
        return left;
    }

    private @Nullable BinaryOp operator() {
        return switch (cursor.peek().type()) {
            case ADD -> BinaryOp.ADD;
            case SUB -> BinaryOp.SUB;
            case MUL -> BinaryOp.MUL;
            case DIV -> BinaryOp.DIV;
            case MOD -> BinaryOp.MOD;
            case POW -> BinaryOp.POW;
            default -> null;
        };
    }

    private DurationExpr unary(String where) {
        int start = cursor.peek().start();
        if (cursor.accept(TokenType.ADD)) {
            return binary(where, UNARY_PRECEDENCE);
        }
        if (cursor.accept(TokenType.SUB)) {
            return new DurationExpr.Negated(binary(where, UNARY_PRECEDENCE), cursor.since(start));
        }
        return primary(where);
    }

    private DurationExpr primary(String where) {
        Token token = cursor.peek();
        switch (token.type()) {
            case NUMBER -> {
                cursor.next();
                double value = NumberText.parse(token.text()).orElseThrow();
                millis(value, token.start());
                return new DurationExpr.Number(value, cursor.since(token.start()));
            }
            case DURATION -> {
                cursor.next();
                long millis = DurationText.parse(token.text()).orElseThrow();
                return new DurationExpr.Literal(millis, cursor.since(token.start()));
            }
            case LEFT_PAREN -> {
                cursor.next();
                DurationExpr inner = binary(where, 0);
                cursor.expect(TokenType.RIGHT_PAREN, "the duration's parenthesis");
                return new DurationExpr.Paren(inner, cursor.since(token.start()));
            }
            default -> {
                return call(token, where);
            }
        }
    }

    private DurationExpr call(Token name, String where) {
        if (name.type() != TokenType.WORD || cursor.peekSecond().type() != TokenType.LEFT_PAREN) {
            throw cursor.unexpected(where, WANTED);
        }
        switch (name.lowercase()) {
            case "step", "range" -> {
                cursor.next();
                cursor.next();
                cursor.expect(TokenType.RIGHT_PAREN, name.lowercase() + "()");
                SourceRange at = cursor.since(name.start());
                return name.isWord("step") ? new DurationExpr.Step(at) : new DurationExpr.Range(at);
            }
            // min and max are their names before Prometheus 3.10.
            case "min_of", "min" -> {
                return extreme(name, false);
            }
            case "max_of", "max" -> {
                return extreme(name, true);
            }
            default -> throw cursor.unexpected(where, WANTED);
        }
    }

    private DurationExpr extreme(Token name, boolean max) {
        cursor.next();
        cursor.next();
        DurationExpr left = binary(name.lowercase() + "()", 0);
        cursor.expect(TokenType.COMMA, name.lowercase() + "() takes two durations and");
        DurationExpr right = binary(name.lowercase() + "()", 0);
        cursor.expect(TokenType.RIGHT_PAREN, name.lowercase() + "()");
        return new DurationExpr.Extreme(max, left, right, cursor.since(name.start()));
    }
}
