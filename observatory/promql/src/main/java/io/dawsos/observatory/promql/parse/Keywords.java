package io.dawsos.observatory.promql.parse;

import io.dawsos.observatory.promql.ast.AggregateOp;
import io.dawsos.observatory.promql.ast.BinaryOp;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words that mean something to PromQL, in any case. Most may still name metrics and labels where that is clear. */
public final class Keywords {
    private static final Map<String, AggregateOp> AGGREGATES =
            Arrays.stream(AggregateOp.values()).collect(Collectors.toMap(AggregateOp::text, Function.identity()));

    private static final Map<String, BinaryOp> OPERATORS = Map.of(
            "and", BinaryOp.AND, "or", BinaryOp.OR, "unless", BinaryOp.UNLESS, "atan2", BinaryOp.ATAN2);

    /** Words that no expression may begin with. */
    private static final Set<String> NO_METRICS =
            Set.of("atan2", "bool", "group_left", "group_right", "ignoring", "on");

    private static final Set<String> OTHERS = Set.of(
            "offset", "by", "without", "fill", "fill_left", "fill_right", "anchored", "smoothed", "start", "end",
            "step", "range", "min_of", "max_of", "inf", "nan");

    private Keywords() {}

    static @Nullable AggregateOp aggregate(Token word) {
        return word.type() == TokenType.WORD ? AGGREGATES.get(word.lowercase()) : null;
    }

    static @Nullable BinaryOp operator(Token word) {
        return word.type() == TokenType.WORD ? OPERATORS.get(word.lowercase()) : null;
    }

    static boolean mayNameMetric(Token word) {
        return !NO_METRICS.contains(word.lowercase());
    }

    /** Whether a word means anything to PromQL anywhere, so that as a name it had better be quoted. */
    public static boolean contains(String word) {
        String lowercase = word.toLowerCase(Locale.ROOT);
        return AGGREGATES.containsKey(lowercase)
                || OPERATORS.containsKey(lowercase)
                || NO_METRICS.contains(lowercase)
                || OTHERS.contains(lowercase);
    }
}
