package io.dawsos.observatory.promql.eval;

import com.google.re2j.Pattern;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.SourceRange;
import io.dawsos.observatory.promql.ast.TimeShift;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code info(v, {selector})}: adds the labels of info series ({@code target_info}, unless the selector names others)
 * that have the same {@code instance} and {@code job}.
 */
final class InfoNode extends VectorNode {
    static final List<String> IDENTITY = List.of("instance", "job");

    private final VectorNode inner;
    private final Moved times;
    private final long lookback;
    private final List<Matcher> names = new ArrayList<>();
    private final List<Matcher> data = new ArrayList<>();

    private InfoNode(Expr.Call call, VectorNode inner, Moved times, long lookback) {
        super(call, List.of(inner));
        this.inner = inner;
        this.times = times;
        this.lookback = lookback;
        if (call.arguments().size() > 1 && call.arguments().get(1) instanceof Expr.VectorSelector selector) {
            for (Matcher matcher : selector.matchers()) {
                (matcher.name().equals(Labels.METRIC_NAME) ? names : data).add(matcher);
            }
        }
    }

    static InfoNode of(Expr.Call call, VectorNode inner, Planner planner, Steps steps) {
        TimeShift shift = Shifts.first(call.arguments().get(0));
        return new InfoNode(call, inner, planner.moved(shift, steps), planner.lookback());
    }

    @Override
    Rows open(Evaluation evaluation) {
        Table base = inner.table(evaluation);
        List<Matcher> matchers = new ArrayList<>(data);
        boolean any = addIdentities(base, matchers);
        matchers.addAll(nameMatchers());
        Table values = any ? info(matchers, false, evaluation) : Table.of(List.of(), List.of());
        Table seen = any ? info(matchers, true, evaluation) : values;
        InfoJoin join = new InfoJoin(values, seen, data);
        for (int row = 0; row < base.size(); row++) {
            evaluation.limits().check();
            if (isInfo(base.key(row))) {
                join.pass(base.key(row), base.column(row));
            } else {
                join.enrich(base.key(row), base.column(row));
            }
        }
        base.release();
        return join.result();
    }

    private Table info(List<Matcher> matchers, boolean timestamps, Evaluation evaluation) {
        SourceRange at = expr().at();
        Expr.VectorSelector selector = new Expr.VectorSelector(matchers, TimeShift.NONE, at);
        return new SelectorNode(selector, selector, times, lookback, timestamps, false).table(evaluation);
    }

    private List<Matcher> nameMatchers() {
        List<Matcher> matchers = new ArrayList<>(names);
        if (names.isEmpty()) {
            matchers.add(new Matcher(Matcher.Type.EQUAL, Labels.METRIC_NAME, "target_info"));
        } else if (names.stream().noneMatch(InfoNode::isPositive)) {
            matchers.add(new Matcher(Matcher.Type.REGEX, Labels.METRIC_NAME, ".+_info"));
        }
        return matchers;
    }

    private static boolean isPositive(Matcher matcher) {
        return matcher.type() == Matcher.Type.EQUAL || matcher.type() == Matcher.Type.REGEX;
    }

    /** Info series are not enriched themselves. */
    private boolean isInfo(RowKey key) {
        String name = key.labels().metricName();
        if (names.isEmpty()) {
            return name.equals("target_info");
        }
        List<Matcher> positive = names.stream().filter(InfoNode::isPositive).toList();
        return !positive.isEmpty() && positive.stream().allMatch(m -> m.matches(name));
    }

    /** Asks only for the info series of the identities at hand; returns whether there are any. */
    private boolean addIdentities(Table base, List<Matcher> matchers) {
        boolean any = false;
        for (String label : IDENTITY) {
            Set<String> values = new TreeSet<>();
            for (int row = 0; row < base.size(); row++) {
                if (!isInfo(base.key(row)) && base.key(row).labels().has(label)) {
                    values.add(Pattern.quote(base.key(row).labels().get(label)));
                }
            }
            if (!values.isEmpty()) {
                any = true;
                matchers.add(new Matcher(Matcher.Type.REGEX, label, String.join("|", values)));
            }
        }
        return any;
    }
}
