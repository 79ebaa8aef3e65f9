package io.dawsos.observatory.server.api;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.promql.ast.DurationExpr;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.FunctionSignature;
import io.dawsos.observatory.promql.ast.TimeShift;
import io.dawsos.observatory.promql.ast.ValueType;
import io.dawsos.observatory.promql.ast.VectorMatching;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** An expression's tree, as Prometheus's {@code /api/v1/parse_query} gives it to pages that show queries. */
final class ExprJson {
    private ExprJson() {}

    static void write(JsonGenerator out, Expr expr) {
        out.writeStartObject();
        switch (expr) {
            case Expr.NumberLiteral number -> {
                type(out, "numberLiteral");
                out.writeStringProperty("val", GoNumber.of(number.value()));
            }
            case Expr.StringLiteral string -> {
                type(out, "stringLiteral");
                out.writeStringProperty("val", string.value());
            }
            case Expr.VectorSelector selector -> {
                type(out, "vectorSelector");
                selector(out, selector);
            }
            case Expr.MatrixSelector matrix -> {
                type(out, "matrixSelector");
                out.writeNumberProperty("range", millis(matrix.range()));
                selector(out, matrix.series());
            }
            case Expr.Subquery subquery -> subquery(out, subquery);
            case Expr.Call call -> call(out, call);
            case Expr.Aggregate aggregate -> aggregate(out, aggregate);
            case Expr.Binary binary -> binary(out, binary);
            case Expr.Unary unary -> {
                type(out, "unaryExpr");
                out.writeStringProperty("op", unary.negative() ? "-" : "+");
                inner(out, "expr", unary.inner());
            }
            case Expr.Paren paren -> {
                type(out, "parenExpr");
                inner(out, "expr", paren.inner());
            }
        }
        out.writeEndObject();
    }

    private static void type(JsonGenerator out, String type) {
        out.writeStringProperty("type", type);
    }

    private static void inner(JsonGenerator out, String name, @Nullable Expr expr) {
        out.writeName(name);
        if (expr == null) {
            out.writeNull();
        } else {
            write(out, expr);
        }
    }

    private static void selector(JsonGenerator out, Expr.VectorSelector selector) {
        out.writeStringProperty("name", name(selector.matchers()));
        out.writeName("matchers");
        out.writeStartArray();
        for (Matcher matcher : selector.matchers()) {
            out.writeStartObject();
            out.writeStringProperty("name", matcher.name());
            out.writeStringProperty("type", matcher.type().operator());
            out.writeStringProperty("value", matcher.value());
            out.writeEndObject();
        }
        out.writeEndArray();
        shift(out, selector.shift());
    }

    private static String name(List<Matcher> matchers) {
        return matchers.stream()
                .filter(m -> m.name().equals(Labels.METRIC_NAME) && m.type() == Matcher.Type.EQUAL)
                .map(Matcher::value)
                .findFirst()
                .orElse("");
    }

    private static void shift(JsonGenerator out, TimeShift shift) {
        out.writeNumberProperty("offset", shift.offset() == null ? 0 : millis(shift.offset()));
        TimeShift.Anchor anchor = shift.anchor();
        out.writeName("timestamp");
        if (anchor instanceof TimeShift.Anchor.At at) {
            out.writeNumber(at.millis());
        } else {
            out.writeNull();
        }
        out.writeName("startOrEnd");
        if (anchor instanceof TimeShift.Anchor.Start) {
            out.writeString("start");
        } else if (anchor instanceof TimeShift.Anchor.End) {
            out.writeString("end");
        } else {
            out.writeNull();
        }
    }

    /** Of a calculated duration 0: it depends on the query's steps. */
    private static long millis(@Nullable DurationExpr duration) {
        return duration instanceof DurationExpr.Literal literal ? literal.millis() : 0;
    }

    private static void subquery(JsonGenerator out, Expr.Subquery subquery) {
        type(out, "subquery");
        inner(out, "expr", subquery.inner());
        out.writeNumberProperty("range", millis(subquery.range()));
        out.writeNumberProperty("step", millis(subquery.step()));
        shift(out, subquery.shift());
    }

    private static void call(JsonGenerator out, Expr.Call call) {
        type(out, "call");
        FunctionSignature function = call.function();
        out.writeName("func");
        out.writeStartObject();
        out.writeStringProperty("name", function.name());
        out.writeName("argTypes");
        Values.texts(out, function.arguments().stream().map(ExprJson::typeName).toList());
        out.writeNumberProperty("variadic", function.variadic());
        out.writeStringProperty("returnType", typeName(function.result()));
        out.writeEndObject();
        out.writeName("args");
        out.writeStartArray();
        call.arguments().forEach(argument -> write(out, argument));
        out.writeEndArray();
    }

    private static String typeName(ValueType type) {
        return switch (type) {
            case SCALAR -> "scalar";
            case STRING -> "string";
            case INSTANT_VECTOR -> "vector";
            case RANGE_VECTOR -> "matrix";
        };
    }

    private static void aggregate(JsonGenerator out, Expr.Aggregate aggregate) {
        type(out, "aggregation");
        out.writeStringProperty("op", aggregate.op().text());
        inner(out, "expr", aggregate.inner());
        inner(out, "param", aggregate.parameter());
        out.writeName("grouping");
        Values.texts(out, aggregate.labels());
        out.writeBooleanProperty("without", aggregate.without());
    }

    private static void binary(JsonGenerator out, Expr.Binary binary) {
        type(out, "binaryExpr");
        out.writeStringProperty("op", binary.op().text());
        inner(out, "lhs", binary.left());
        inner(out, "rhs", binary.right());
        out.writeName("matching");
        matching(out, binary.matching());
        out.writeBooleanProperty("bool", binary.bool());
    }

    private static void matching(JsonGenerator out, @Nullable VectorMatching matching) {
        if (matching == null) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        out.writeStringProperty(
                "card", matching.cardinality().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        out.writeName("labels");
        Values.texts(out, matching.labels());
        out.writeBooleanProperty("on", matching.on());
        out.writeName("include");
        Values.texts(out, matching.include());
        out.writeEndObject();
    }
}
