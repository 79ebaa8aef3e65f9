package io.dawsos.observatory.promql.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.PromQlException;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserErrorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        sum(rate(jobs_total))  | 1:10: rate() needs a range vector, got the instant vector "jobs_total"; try jobs_total[5m]
        sum(x[5m])             | 1:5: sum() needs an instant vector, got the range vector "x[5m]"; try last_over_time(x[5m]) or rate(x[5m])
        rate(sum(x))           | 1:6: rate() needs a range vector, got the instant vector "sum(x)"; try sum(x)[5m:1m]
        topk(x, x)             | 1:6: topk() needs a scalar, got the instant vector "x"; try scalar(x)
        abs(1)                 | 1:5: abs() needs an instant vector, got the scalar "1"; try vector(1)
        1 + "a"                | 1:5: + works on scalars and instant vectors, got the string "a"
        1 == 1                 | 1:3: a comparison of two scalars needs bool; write == bool
        x + bool y             | 1:3: bool goes only with comparisons, not with +; leave it out
        x and 1                | 1:3: and works on two instant vectors; try vector() around a scalar
        x and on (a) group_left y | 1:3: and knows no group_left or group_right; leave it out
        x * on (a) 2           | 1:3: on, ignoring, group and fill go only with two instant vectors; leave them out
        x * on (a) group_left (a) y | 1:3: label "a" must not be both in on and in group
        ratee(x[5m])           | 1:1: there is no function ratee(); did you mean rate()?
        round(x, 1, 2)         | 1:1: round() takes 1 to 2 arguments, got 3
        abs()                  | 1:1: abs() takes 1 argument, got 0
        abs(x,)                | 1:7: no comma stands before ")"; leave it out
        topk(x)                | 1:1: topk() takes a scalar and an instant vector, got 1 argument
        x{a="b" c="d"}         | 1:9: the list of matchers wants "," or "}", got "c"
        x{a=b}                 | 1:5: the label "a" wants a string in quotes, got "b"
        x{a}                   | 1:4: the label "a" wants =, !=, =~ or !~, got "}"
        x{a=~"("}              | 1:6: the matcher of "a" wants a regular expression, got "(": missing closing )
        x{"y"}                 | 1:1: the metric's name must not be set twice: "x" or "y"
        {a=~".*"}              | 1:1: a selector needs a metric's name or a matcher that does not match the empty string, else it would read every series; write job=~".+" for any job
        (x)[5m]                | 1:4: a range stands only after a selector, like jobs_total[5m]; a subquery wants a colon: [5m:1m]
        x offset 1d[5m]        | 1:12: the range stands before offset and @; write jobs_total[5m] offset 1h
        sum(x) offset 5m       | 1:8: offset stands only after a selector, a range or a subquery; write it inside, after the metric
        x offset 5m offset 1m  | 1:13: offset is given twice; leave one out
        x[0s]                  | 1:3: the range is at least a millisecond; write 5m, for example
        x[5]y                  | 1:5: the query wants an operator or its end, got "y"
        x[5m                   | 1:5: the range wants ], got the end of the query
        x[5m5h]                | 1:3: no number or duration: "5m5h"; write numbers like 300, 0.5, 1e3 or 0x1f, and durations like 5m or 1h30m
        x @ y                  | 1:5: @ wants a number, got "y"
        x @ NaN                | 1:5: @ wants a time in seconds since 1970, got NaN
        "abc                   | 1:1: the string is not closed on its line; write " after it
        "a\\q"                 | 1:3: no escape begins so; write \\\\ for a backslash
        x $ y                  | 1:3: no query holds "$" here; a name with such characters stands in braces and quotes: {"my.metric"}
        on                     | 1:1: the query wants an expression, got "on"
        sum by (a:b) (x)       | 1:9: a label with a colon stands in quotes: "a:b"
        x group_left y         | 1:3: the query wants an operator or its end, got "group_left"
        x + group_left y       | 1:5: group_left stands after on (...) or ignoring (...)
        """)
    void query_thatIsNone_saysWhereAndWhatToWrite(String query, String message) {
        assertThatThrownBy(() -> PromQl.parse(query))
                .isInstanceOf(PromQlException.class)
                .hasMessage("query " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        info(x)                | 1:1: info() is experimental; turn it on with the feature flag promql-experimental-functions
        limitk(2, x)           | 1:1: limitk() is experimental; turn it on with the feature flag promql-experimental-functions
        x[5m + 1m]             | 1:3: a calculated duration is experimental; turn it on with the feature flag promql-duration-expr
        x offset step()        | 1:10: a calculated duration is experimental; turn it on with the feature flag promql-duration-expr
        rate(x[5m] anchored)   | 1:12: anchored is experimental; turn it on with the feature flag promql-extended-range-selectors
        x + fill (0) y         | 1:5: fill is experimental; turn it on with the feature flag promql-binop-fill-modifiers
        x </ 5                 | 1:3: the operator </ is experimental; turn it on with the feature flag promql-experimental-functions
        """)
    void experimentalPart_withoutItsFlag_isRefusedWithItsName(String query, String message) {
        assertThatThrownBy(() -> PromQl.parse(query)).hasMessage("query " + message);
        assertThat(PromQl.parse(query, EnumSet.allOf(Feature.class))).isNotNull();
    }

    @Test
    void trim_ofTwoScalars_isRefused() {
        assertThatThrownBy(() -> PromQl.parse("1 </ 2", EnumSet.allOf(Feature.class)))
                .hasMessage("query 1:3: </ trims histograms, got two scalars; write a vector before it");
    }

    @Test
    void place_onALaterLine_countsLinesAndCodePoints() {
        assertThatThrownBy(() -> PromQl.parse("up # 😀\n  + \"😀\" $"))
                .hasMessageStartingWith("query 2:9: no query holds \"$\"");
    }

    @Test
    void query_nestedTooDeeply_isRefused() {
        String query = "(".repeat(100_000) + "x";
        assertThatThrownBy(() -> PromQl.parse(query)).hasMessageContaining("at most 500 levels");
        assertThatThrownBy(() -> PromQl.parse("-".repeat(100_000) + "x")).hasMessageContaining("at most 500 levels");
        assertThatThrownBy(() -> PromQl.parse("x" + " + x".repeat(600))).hasMessageContaining("at most 500 levels");
        assertThatThrownBy(() -> PromQl.parse("x[" + "(".repeat(10_000) + "5m"))
                .hasMessageContaining("nested too deeply");
        assertThat(PromQl.parse("x" + " or x".repeat(490))).isNotNull();
    }

    @Test
    void query_tooLong_isRefused() {
        assertThatThrownBy(() -> PromQl.parse(" ".repeat(300_000))).hasMessageContaining("at most 262144 characters");
    }

    @Test
    void emptyQuery_isRefused() {
        assertThatThrownBy(() -> PromQl.parse(" # nothing"))
                .hasMessage("query 1:1: the query is empty; write an expression such as up");
    }
}
