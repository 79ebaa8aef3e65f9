package io.dawsos.observatory.promql.parse;

import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.promql.ast.DurationExpr;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.RangeMode;
import io.dawsos.observatory.promql.ast.SourceRange;
import io.dawsos.observatory.promql.ast.TimeShift;
import io.dawsos.observatory.promql.ast.ValueType;
import java.util.Locale;

/** What follows an expression and binds tightest: ranges, subqueries, {@code offset}, {@code @}, and how edges are taken. */
final class PostfixParser {
    private final Cursor cursor;
    private final DurationParser durations;
    private final ModifierParser modifiers;

    PostfixParser(Cursor cursor) {
        this.cursor = cursor;
        this.durations = new DurationParser(cursor);
        this.modifiers = new ModifierParser(cursor);
    }

    boolean follows() {
        return cursor.at(TokenType.LEFT_BRACKET)
                || cursor.at(TokenType.AT)
                || cursor.atWord("offset")
                || cursor.atWord("anchored")
                || cursor.atWord("smoothed");
    }

    Expr apply(Expr inner) {
        Token token = cursor.next();
        return switch (token.type()) {
            case LEFT_BRACKET -> brackets(inner, token);
            case AT -> shifted(inner, token, new TimeShift(null, anchor()));
            default ->
                token.isWord("offset")
                        ? shifted(inner, token, new TimeShift(durations.offset(), null))
                        : mode(inner, token);
        };
    }

    private Expr brackets(Expr inner, Token bracket) {
        DurationExpr range = durations.positive("the range");
        if (cursor.accept(TokenType.COLON)) {
            DurationExpr step =
                    cursor.at(TokenType.RIGHT_BRACKET) ? null : durations.positive("the step of a subquery");
            cursor.expect(TokenType.RIGHT_BRACKET, "the subquery");
            if (inner.type() != ValueType.INSTANT_VECTOR) {
                throw cursor.fail(
                        inner,
                        "a subquery needs an instant vector, got the " + inner.type().text() + " \""
                                + Shown.source(cursor.query(), inner.at()) + "\"");
            }
            return new Expr.Subquery(inner, range, step, TimeShift.NONE, since(inner));
        }
        cursor.expect(TokenType.RIGHT_BRACKET, "the range");
        if (!(inner instanceof Expr.VectorSelector selector)) {
            throw cursor.fail(
                    bracket.start(),
                    "a range stands only after a selector, like jobs_total[5m]; a subquery wants a colon: [5m:1m]");
        }
        if (selector.shift().offset() != null || selector.shift().anchor() != null) {
            throw cursor.fail(bracket.start(), "the range stands before offset and @; write jobs_total[5m] offset 1h");
        }
        if (selector.mode() != RangeMode.PLAIN) {
            throw cursor.fail(bracket.start(), "the range stands before smoothed; write jobs_total[5m] smoothed");
        }
        return new Expr.MatrixSelector(selector, range, RangeMode.PLAIN, since(inner));
    }

    private TimeShift.Anchor anchor() {
        Token token = cursor.peek();
        if (token.isWord("start") || token.isWord("end")) {
            cursor.next();
            cursor.expect(TokenType.LEFT_PAREN, "@ " + token.lowercase());
            cursor.expect(TokenType.RIGHT_PAREN, "@ " + token.lowercase() + "(");
            return token.isWord("start") ? new TimeShift.Anchor.Start() : new TimeShift.Anchor.End();
        }
        double seconds = modifiers.signedNumber("@");
        double millis = Math.rint(seconds * 1000);
        if (!(Math.abs(millis) < Long.MAX_VALUE)) {
            throw cursor.fail(token.start(), "@ wants a time in seconds since 1970, got " + NumberText.of(seconds));
        }
        return new TimeShift.Anchor.At((long) millis);
    }

    private Expr shifted(Expr inner, Token token, TimeShift added) {
        SourceRange at = since(inner);
        return switch (inner) {
            case Expr.VectorSelector selector ->
                new Expr.VectorSelector(
                        selector.matchers(), both(selector.shift(), added, token), selector.mode(), at);
            case Expr.MatrixSelector matrix -> {
                Expr.VectorSelector series = matrix.series();
                TimeShift shift = both(series.shift(), added, token);
                yield new Expr.MatrixSelector(
                        new Expr.VectorSelector(series.matchers(), shift, series.at()),
                        matrix.range(),
                        matrix.mode(),
                        at);
            }
            case Expr.Subquery subquery ->
                new Expr.Subquery(
                        subquery.inner(),
                        subquery.range(),
                        subquery.step(),
                        both(subquery.shift(), added, token),
                        at);
            default ->
                throw cursor.fail(
                        token.start(),
                        token.text() + " stands only after a selector, a range or a subquery;"
                                + " write it inside, after the metric");
        };
    }

    private TimeShift both(TimeShift given, TimeShift added, Token token) {
        if (given.offset() != null && added.offset() != null || given.anchor() != null && added.anchor() != null) {
            throw cursor.fail(token.start(), token.text() + " is given twice; leave one out");
        }
        return new TimeShift(
                added.offset() == null ? given.offset() : added.offset(),
                added.anchor() == null ? given.anchor() : added.anchor());
    }

    private Expr mode(Expr inner, Token token) {
        cursor.require(Feature.EXTENDED_RANGE_SELECTORS, token.start(), token.lowercase());
        RangeMode mode = RangeMode.valueOf(token.text().toUpperCase(Locale.ROOT));
        SourceRange at = since(inner);
        return switch (inner) {
            case Expr.MatrixSelector matrix when matrix.mode() == RangeMode.PLAIN ->
                new Expr.MatrixSelector(matrix.series(), matrix.range(), mode, at);
            case Expr.VectorSelector selector
            when selector.mode() == RangeMode.PLAIN && mode == RangeMode.SMOOTHED ->
                new Expr.VectorSelector(selector.matchers(), selector.shift(), mode, at);
            case Expr.MatrixSelector matrix ->
                throw cursor.fail(token.start(), "the range is " + matrix.mode().name().toLowerCase(Locale.ROOT)
                        + " already; leave " + token.lowercase() + " out");
            default ->
                throw cursor.fail(
                        token.start(),
                        token.lowercase() + " stands only after a range; write jobs_total[5m] " + token.lowercase());
        };
    }

    private SourceRange since(Expr inner) {
        return cursor.since(inner.at().start());
    }
}
