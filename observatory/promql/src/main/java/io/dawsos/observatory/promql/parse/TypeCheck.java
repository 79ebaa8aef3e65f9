package io.dawsos.observatory.promql.parse;

import io.dawsos.observatory.promql.ast.BinaryOp;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.FunctionSignature;
import io.dawsos.observatory.promql.ast.RangeMode;
import io.dawsos.observatory.promql.ast.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Refuses what no evaluation could make sense of, and says what to write instead. */
final class TypeCheck {
    private static final Set<String> ANCHORED = Set.of("resets", "changes", "increase", "rate", "delta");
    private static final Set<String> SMOOTHED = Set.of("increase", "rate", "delta");

    private final Cursor cursor;

    TypeCheck(Cursor cursor) {
        this.cursor = cursor;
    }

    void call(FunctionSignature function, List<Expr> arguments, int at) {
        int least = function.required();
        int most = function.variadic() < 0
                ? Integer.MAX_VALUE
                : function.arguments().size();
        if (arguments.size() < least || arguments.size() > most) {
            throw cursor.fail(at, function.name() + "() takes " + count(least, most) + ", got " + arguments.size());
        }
        for (int i = 0; i < arguments.size(); i++) {
            int type = Math.min(i, function.arguments().size() - 1);
            needs(function.name() + "()", function.arguments().get(type), arguments.get(i));
            mode(function, arguments.get(i));
        }
    }

    private static String count(int least, int most) {
        if (most == Integer.MAX_VALUE) {
            return "at least " + arguments(least);
        }
        return least == most ? arguments(most) : least + " to " + arguments(most);
    }

    private static String arguments(int count) {
        return count == 0 ? "no argument" : count == 1 ? "1 argument" : count + " arguments";
    }

    private void mode(FunctionSignature function, Expr argument) {
        if (!(argument instanceof Expr.MatrixSelector matrix) || matrix.mode() == RangeMode.PLAIN) {
            return;
        }
        Set<String> allowed = matrix.mode() == RangeMode.ANCHORED ? ANCHORED : SMOOTHED;
        if (!allowed.contains(function.name())) {
            throw cursor.fail(
                    argument,
                    "a range that is " + matrix.mode().name().toLowerCase(Locale.ROOT) + " goes only with "
                            + String.join(", ", allowed.stream().sorted().toList()) + ", not with "
                            + function.name());
        }
    }

    /** @param who as the message begins, such as {@code rate()} */
    void needs(String who, ValueType wanted, Expr got) {
        if (got.type() != wanted) {
            String source = Shown.source(cursor.query(), got.at());
            throw cursor.fail(
                    got,
                    who + " needs " + article(wanted) + ", got " + named(got, source) + advice(wanted, got, source));
        }
    }

    /** Its type and text; a string has its quotes already. */
    private static String named(Expr expr, String source) {
        String quote = expr instanceof Expr.StringLiteral ? "" : "\"";
        return "the " + expr.type().text() + " " + quote + source + quote;
    }

    private static String article(ValueType type) {
        return (type == ValueType.INSTANT_VECTOR ? "an " : "a ") + type.text();
    }

    private static String advice(ValueType wanted, Expr got, String source) {
        boolean plain = got instanceof Expr.VectorSelector
                || got instanceof Expr.Call
                || got instanceof Expr.Paren
                || got instanceof Expr.Aggregate;
        String closed = plain ? source : "(" + source + ")";
        return switch (wanted) {
            case RANGE_VECTOR ->
                switch (got) {
                    case Expr.VectorSelector selector
                    when selector.shift().offset() == null && selector.shift().anchor() == null ->
                        "; try " + source + "[5m]";
                    case Expr e when e.type() == ValueType.INSTANT_VECTOR -> "; try " + closed + "[5m:1m]";
                    default -> "";
                };
            case INSTANT_VECTOR ->
                switch (got.type()) {
                    case RANGE_VECTOR -> "; try last_over_time(" + source + ") or rate(" + source + ")";
                    case SCALAR -> "; try vector(" + source + ")";
                    case STRING, INSTANT_VECTOR -> "";
                };
            case SCALAR -> got.type() == ValueType.INSTANT_VECTOR ? "; try scalar(" + source + ")" : "";
            case STRING -> "; write it in quotes: \"...\"";
        };
    }

    /** An operand of an operator. */
    void operand(String who, Expr operand) {
        if (operand.type() != ValueType.SCALAR && operand.type() != ValueType.INSTANT_VECTOR) {
            String source = Shown.source(cursor.query(), operand.at());
            throw cursor.fail(
                    operand,
                    who + " works on scalars and instant vectors, got " + named(operand, source)
                            + advice(ValueType.INSTANT_VECTOR, operand, source));
        }
    }

    void binary(BinaryOp op, Expr left, Expr right, Modifiers modifiers, int at) {
        operand(op.text(), left);
        operand(op.text(), right);
        boolean vectors = left.type() == ValueType.INSTANT_VECTOR && right.type() == ValueType.INSTANT_VECTOR;
        boolean scalars = left.type() == ValueType.SCALAR && right.type() == ValueType.SCALAR;
        if (modifiers.bool() && !op.isComparison()) {
            throw cursor.fail(at, "bool goes only with comparisons, not with " + op.text() + "; leave it out");
        }
        if (op.isComparison() && scalars && !modifiers.bool()) {
            throw cursor.fail(at, "a comparison of two scalars needs bool; write " + op.text() + " bool");
        }
        if (scalars && (op == BinaryOp.TRIM_UPPER || op == BinaryOp.TRIM_LOWER)) {
            throw cursor.fail(at, op.text() + " trims histograms, got two scalars; write a vector before it");
        }
        if (op.isSet() && !vectors) {
            throw cursor.fail(at, op.text() + " works on two instant vectors; try vector() around a scalar");
        }
        if (!vectors && modifiers.matches()) {
            throw cursor.fail(at, "on, ignoring, group and fill go only with two instant vectors; leave them out");
        }
        if (op.isSet() && modifiers.grouped()) {
            throw cursor.fail(at, op.text() + " knows no group_left or group_right; leave it out");
        }
        if (op.isSet() && modifiers.fills()) {
            throw cursor.fail(at, op.text() + " knows no fill; leave it out");
        }
        for (String label : modifiers.include()) {
            if (modifiers.on() && modifiers.labels().contains(label)) {
                throw cursor.fail(at, "label " + Shown.quoted(label) + " must not be both in on and in group");
            }
        }
    }
}
