package io.dawsos.observatory.promql;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.promql.ast.AggregateOp;
import io.dawsos.observatory.promql.ast.BinaryOp;
import io.dawsos.observatory.promql.ast.DurationExpr;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.FunctionSignature;
import io.dawsos.observatory.promql.ast.RangeMode;
import io.dawsos.observatory.promql.ast.SourceRange;
import io.dawsos.observatory.promql.ast.TimeShift;
import io.dawsos.observatory.promql.ast.ValueType;
import io.dawsos.observatory.promql.ast.VectorMatching;
import io.dawsos.observatory.promql.ast.VectorMatching.Cardinality;
import io.dawsos.observatory.promql.function.Functions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Expressions of the whole language, as a parser makes them: an operand that binds less tightly is in parentheses. */
public final class ExprArbitraries {
    private static final SourceRange AT = new SourceRange(0, 0);
    private static final List<String> RATES = List.of("rate", "increase", "delta");

    private ExprArbitraries() {}

    public static Arbitrary<Expr> exprs() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, vectors(4)), Tuple.of(2, scalars(3)), Tuple.of(1, ranges(2)), Tuple.of(1, strings()));
    }

    static Arbitrary<Expr> vectors(int depth) {
        if (depth == 0) {
            return selectors().map(selector -> selector);
        }
        Arbitrary<Expr> inner = Arbitraries.lazy(() -> vectors(depth - 1));
        Arbitrary<Expr> scalar = Arbitraries.lazy(() -> scalars(depth - 1));
        return Arbitraries.oneOf(
                selectors().map(selector -> selector),
                inner.map(expr -> new Expr.Paren(expr, AT)),
                Combinators.combine(Arbitraries.of(true, false), inner).as(ExprArbitraries::unary),
                rates(depth),
                calls(inner, scalar, Arbitraries.lazy(() -> plainRanges(depth - 1))),
                calls(inner, scalar, Arbitraries.lazy(() -> plainRanges(depth - 1))),
                Combinators.combine(inner, matchers()).as(ExprArbitraries::info),
                aggregates(inner, scalar),
                binaries(inner, scalar));
    }

    /** Any function that gives a vector, with arguments of its types. */
    private static Arbitrary<Expr> calls(Arbitrary<Expr> inner, Arbitrary<Expr> scalar, Arbitrary<Expr> range) {
        List<FunctionSignature> functions = Functions.names().stream()
                .filter(name -> !name.equals("info"))
                .map(name -> Objects.requireNonNull(Functions.signature(name)))
                .filter(function -> function.result() == ValueType.INSTANT_VECTOR)
                .toList();
        return Arbitraries.of(functions).flatMap(function -> arguments(function, inner, scalar, range)
                .map(arguments -> new Expr.Call(function, arguments, AT)));
    }

    private static Arbitrary<List<Expr>> arguments(
            FunctionSignature function, Arbitrary<Expr> inner, Arbitrary<Expr> scalar, Arbitrary<Expr> range) {
        List<Arbitrary<Expr>> arguments = function.arguments().stream()
                .map(type -> switch (type) {
                    case SCALAR -> scalar;
                    case STRING -> strings();
                    case INSTANT_VECTOR -> inner;
                    case RANGE_VECTOR -> range;
                })
                .toList();
        return Arbitraries.integers()
                .between(function.required(), arguments.size())
                .flatMap(count ->
                        Combinators.combine(arguments.subList(0, count)).as(list -> list));
    }

    private static Arbitrary<Expr> plainRanges(int depth) {
        return ranges(Math.max(depth, 0))
                .map(range -> range instanceof Expr.MatrixSelector matrix
                        ? new Expr.MatrixSelector(matrix.series(), matrix.range(), RangeMode.PLAIN, AT)
                        : range);
    }

    private static Expr info(Expr expr, List<Matcher> matchers) {
        return call("info", expr, new Expr.VectorSelector(matchers, TimeShift.NONE, AT));
    }

    private static Arbitrary<Expr> rates(int depth) {
        return Combinators.combine(Arbitraries.of(RATES), Arbitraries.lazy(() -> ranges(depth - 1)))
                .as(ExprArbitraries::call);
    }

    private static Expr unary(boolean negative, Expr inner) {
        boolean closed = !(inner instanceof Expr.Binary binary && binary.op() != BinaryOp.POW);
        return new Expr.Unary(negative, closed ? inner : new Expr.Paren(inner, AT), AT);
    }

    private static Expr call(String name, Expr... arguments) {
        FunctionSignature signature = Objects.requireNonNull(Functions.signature(name));
        return new Expr.Call(signature, List.of(arguments), AT);
    }

    static Arbitrary<Expr> scalars(int depth) {
        if (depth == 0) {
            return numbers();
        }
        Arbitrary<Expr> inner = Arbitraries.lazy(() -> scalars(depth - 1));
        return Arbitraries.oneOf(
                numbers(),
                Arbitraries.of("time", "pi", "step", "start").map(ExprArbitraries::call),
                Arbitraries.lazy(() -> vectors(depth - 1)).map(expr -> call("scalar", expr)),
                Combinators.combine(arithmetic().filter(op -> !trims(op)), inner, inner)
                        .as((op, a, b) -> binary(op, a, b, false, null)),
                Combinators.combine(comparisons(), inner, inner).as((op, a, b) -> binary(op, a, b, true, null)));
    }

    private static Arbitrary<Expr> numbers() {
        Arbitrary<Double> values = Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.of(
                        0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e15, 1e-300));
        Arbitrary<Double> durations = Arbitraries.oneOf(
                Arbitraries.longs().between(-1L << 40, 1L << 40).map(millis -> millis / 1000.0),
                Arbitraries.just(-0.0));
        return Arbitraries.oneOf(
                values.map(value -> new Expr.NumberLiteral(value, false, AT)),
                durations.map(value -> new Expr.NumberLiteral(value, true, AT)));
    }

    private static Arbitrary<Expr> strings() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(8).filter(ExprArbitraries::wellFormed),
                        Arbitraries.of("job", "le", "$1-x", "(.*)", "__name__", "a.b", ""))
                .map(text -> new Expr.StringLiteral(text, AT));
    }

    /** No half of a surrogate pair. */
    private static boolean wellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000);
    }

    static Arbitrary<Expr> ranges(int depth) {
        Arbitrary<Expr> matrices = Combinators.combine(selectors(), positives(), Arbitraries.of(RangeMode.values()))
                .as((selector, range, mode) -> new Expr.MatrixSelector(
                        new Expr.VectorSelector(selector.matchers(), selector.shift(), AT), range, mode, AT));
        if (depth == 0) {
            return matrices;
        }
        Arbitrary<Expr> subqueries = Combinators.combine(
                        Arbitraries.lazy(() -> vectors(depth - 1)),
                        positives(),
                        positives().injectNull(0.3),
                        shifts())
                .as((inner, range, step, shift) -> new Expr.Subquery(closed(inner), range, step, shift, AT));
        return Arbitraries.oneOf(matrices, subqueries);
    }

    private static Expr closed(Expr inner) {
        return inner instanceof Expr.Binary || inner instanceof Expr.Unary ? new Expr.Paren(inner, AT) : inner;
    }

    private static Arbitrary<Expr.VectorSelector> selectors() {
        return Combinators.combine(matchers(), shifts(), Arbitraries.of(RangeMode.PLAIN, RangeMode.SMOOTHED))
                .as((matchers, shift, mode) -> new Expr.VectorSelector(matchers, shift, mode, AT));
    }

    private static Arbitrary<List<Matcher>> matchers() {
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of("up", "jobs_total", "a:b", "sum"),
                Arbitraries.of("up", "jobs_total", "a:b", "sum"),
                Arbitraries.of("up", "jobs_total", "a:b", "sum", "on", "inf", "offset", "bool", "my.metric", "é\"\n"),
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(5));
        Arbitrary<Matcher> name = names.map(text -> new Matcher(Matcher.Type.EQUAL, Labels.METRIC_NAME, text));
        Arbitrary<String> labels = Arbitraries.of("job", "le", "by", "nan", "a.b", "\\", "smoothed");
        Arbitrary<Matcher> rest = Combinators.combine(
                        Arbitraries.of(Matcher.Type.values()), labels, Arbitraries.of("", "a", ".+|b", "\"\\n\n\t\0"))
                .as((type, label, value) -> new Matcher(type, label, value.replace("\\n", "")));
        return Combinators.combine(
                        name,
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.just(List.<Matcher>of())),
                                Tuple.of(1, rest.list().ofMaxSize(3))))
                .as((first, others) -> {
                    List<Matcher> all = new ArrayList<>(List.of(first));
                    all.addAll(others);
                    return all;
                });
    }

    private static Arbitrary<TimeShift> shifts() {
        Arbitrary<TimeShift.Anchor> anchors = Arbitraries.oneOf(
                Arbitraries.longs().between(-1L << 40, 1L << 40).map(TimeShift.Anchor.At::new),
                Arbitraries.of(new TimeShift.Anchor.Start(), new TimeShift.Anchor.End()));
        return Combinators.combine(DurationArbitraries.offsets().injectNull(0.85), anchors.injectNull(0.85))
                .as(TimeShift::new);
    }

    private static Arbitrary<DurationExpr> positives() {
        return DurationArbitraries.positives();
    }

    private static Arbitrary<Expr> aggregates(Arbitrary<Expr> inner, Arbitrary<Expr> scalar) {
        Arbitrary<List<String>> labels = Arbitraries.of("job", "by", "a.b", "inf", "é")
                .list()
                .uniqueElements()
                .ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.of(AggregateOp.values()),
                        inner,
                        scalar,
                        strings(),
                        labels,
                        Arbitraries.of(true, false))
                .as((op, expr, number, string, by, without) -> new Expr.Aggregate(
                        op,
                        op.parameter() == null ? null : op.parameter() == ValueType.STRING ? string : number,
                        expr,
                        without,
                        by,
                        AT));
    }

    private static Arbitrary<BinaryOp> arithmetic() {
        return Arbitraries.of(BinaryOp.values()).filter(op -> !op.isComparison() && !op.isSet());
    }

    private static boolean trims(BinaryOp op) {
        return op == BinaryOp.TRIM_UPPER || op == BinaryOp.TRIM_LOWER;
    }

    private static Arbitrary<BinaryOp> comparisons() {
        return Arbitraries.of(BinaryOp.values()).filter(BinaryOp::isComparison);
    }

    private static Arbitrary<Expr> binaries(Arbitrary<Expr> inner, Arbitrary<Expr> scalar) {
        Arbitrary<BinaryOp> ops = Arbitraries.of(BinaryOp.values());
        Arbitrary<Boolean> bool = Arbitraries.of(true, false);
        return Arbitraries.oneOf(
                Combinators.combine(ops, inner, inner, bool, matchings())
                        .as((op, a, b, flag, matching) ->
                                binary(op, a, b, flag && op.isComparison(), of(matching, op))),
                Combinators.combine(arithmetic(), inner, scalar).as((op, a, b) -> binary(op, a, b, false, null)),
                Combinators.combine(comparisons(), scalar, inner, bool)
                        .as((op, a, b, flag) -> binary(op, a, b, flag, null)));
    }

    private static Arbitrary<VectorMatching> matchings() {
        Arbitrary<List<String>> on =
                Arbitraries.of("job", "le", "on", "a.b").list().uniqueElements().ofMaxSize(2);
        Arbitrary<List<String>> include =
                Arbitraries.of("team", "x.y").list().uniqueElements().ofMaxSize(2);
        Arbitrary<Double> fill =
                Arbitraries.of(0.0, -1.5, Double.NaN, Double.NEGATIVE_INFINITY).injectNull(0.6);
        return Combinators.combine(
                        Arbitraries.of(Cardinality.ONE_TO_ONE, Cardinality.MANY_TO_ONE, Cardinality.ONE_TO_MANY),
                        Arbitraries.of(true, false),
                        on,
                        include,
                        fill,
                        fill)
                .as(VectorMatching::new);
    }

    private static VectorMatching of(VectorMatching any, BinaryOp op) {
        boolean set = op.isSet();
        boolean one = set || any.cardinality() == Cardinality.ONE_TO_ONE;
        return new VectorMatching(
                set ? Cardinality.MANY_TO_MANY : any.cardinality(),
                any.on(),
                any.labels(),
                one ? List.of() : any.include(),
                set ? null : any.fillLeft(),
                set ? null : any.fillRight());
    }

    private static Expr binary(BinaryOp op, Expr left, Expr right, boolean bool, @Nullable VectorMatching matching) {
        boolean tightLeft =
                tight(left, op, op.rightAssociative() ? 1 : 0) && !(left instanceof Expr.Binary b && open(b));
        boolean tightRight = tight(right, op, op.rightAssociative() ? 0 : 1) || signed(right);
        return new Expr.Binary(
                op,
                tightLeft && !open(left) ? left : new Expr.Paren(left, AT),
                tightRight ? right : new Expr.Paren(right, AT),
                bool,
                matching,
                AT);
    }

    private static boolean signed(Expr expr) {
        return expr instanceof Expr.Unary || expr instanceof Expr.NumberLiteral;
    }

    private static boolean tight(Expr expr, BinaryOp op, int more) {
        int own = expr instanceof Expr.Binary binary
                ? binary.op().precedence()
                : signed(expr) ? BinaryOp.MUL.precedence() : Integer.MAX_VALUE;
        return own >= op.precedence() + more;
    }

    /** Whether an operator after it could belong to an offset in it. */
    private static boolean open(Expr expr) {
        return switch (expr) {
            case Expr.VectorSelector selector ->
                selector.shift().offset() instanceof DurationExpr.Paren
                        || selector.shift().offset() instanceof DurationExpr.Binary;
            case Expr.Binary binary -> open(binary.right());
            case Expr.Unary unary -> open(unary.inner());
            default -> false;
        };
    }
}
