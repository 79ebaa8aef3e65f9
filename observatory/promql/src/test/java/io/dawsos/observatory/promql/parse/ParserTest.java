package io.dawsos.observatory.promql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.promql.PromQl;
import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a query means, shown by how it is printed with all its parts in parentheses. */
class ParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        1 + 2 * 3            | (1 + (2 * 3))
        1 * 2 + 3            | ((1 * 2) + 3)
        1 - 2 - 3            | ((1 - 2) - 3)
        2 ^ 3 ^ 4            | (2 ^ (3 ^ 4))
        -a ^ 2               | (-(a ^ 2))
        -a * b               | ((-a) * b)
        2 ^ -a * 3           | ((2 ^ (-a)) * 3)
        --1                  | 1
        a or b and c         | (a or (b and c))
        a unless b or c      | ((a unless b) or c)
        a and b == c + d     | (a and (b == (c + d)))
        a atan2 b * c        | ((a atan2 b) * c)
        a % b / c            | ((a % b) / c)
        A OR b               | (A or b)
        """)
    void operators_ofSeveralLevels_bindAsInPrometheus(String query, String grouped) {
        assertThat(Grouped.of(PromQl.parse(query))).isEqualTo(grouped);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        a offset 5m + b             | (a offset 5m + b)
        a offset -5m * 2            | (a offset -5m * 2)
        a offset -step() * 2        | (a offset -step() * 2)
        a offset (step() * 2)       | a offset (step() * 2)
        a offset (5m) * 2           | a offset (5m) * 2
        a offset -(5m) * 2          | (a offset -(5m) * 2)
        -a offset 5m                | (-a offset 5m)
        a[-+-5m * -step() ^ -1]     | a[--5m * -step() ^ -1]
        a @ 5 ^ 2                   | (a @ 5 ^ 2)
        """)
    void offset_withOperatorsAfterIt_endsAsInPrometheus(String query, String grouped) {
        assertThat(Grouped.of(PromQl.parse(query, EnumSet.allOf(Feature.class))))
                .isEqualTo(grouped);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        0x1F        | 31
        0755        | 493
        089         | 89
        1_000.5     | 1000.5
        .5          | 0.5
        5.          | 5
        1e3         | 1000
        1E-3        | 0.001
        iNf         | Inf
        -Inf        | -Inf
        NaN         | NaN
        1h30m       | 1h30m
        90m         | 1h30m
        1500ms      | 1s500ms
        1y          | 365d
        """)
    void number_ofEachForm_isItsValue(String query, String text) {
        assertThat(PromQl.text(PromQl.parse(query))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        "a\\x41\\101\\u00e9\\U0001F600" | "aAAé😀"
        "\\xc3\\xa9"                    | "é"
        'it\\'s "so"'                   | "it's \\"so\\""
        `raw \\n`                       | "raw \\\\n"
        "\\a\\b\\f\\n\\r\\t\\v"         | "\\x07\\x08\\x0c\\n\\r\\t\\x0b"
        """)
    void string_ofEachForm_isItsValue(String query, String text) {
        assertThat(PromQl.text(PromQl.parse(query))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum",
                "by",
                "offset",
                "start",
                "step",
                "fill",
                "and",
                "limitk",
                "anchored",
                "max_of",
                "a:b:c",
                "_x"
            })
    void word_whereOnlyAMetricCanStand_namesAMetric(String word) {
        assertThat(PromQl.parse(word + "{a=\"b\"}").sameAs(PromQl.parse("{\"" + word + "\", a=\"b\"}")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum by (sum, by, on, bool, offset, \"a.b\",) (x)",
                "sum(x) by (a)",
                "SUM BY (a) (x)",
                "topk without () (5, x)",
                "x{on=\"1\", by!=\"2\", sum=~\"3\", \"a.b\"!~\"4\",}",
                "{\"my.metric\"}",
                "x # the rest is a comment )(",
                "x[1h:] offset 5m @ end()",
                "x @ 1.5 offset -1w",
                "x @ 1m40s",
                "x[5m] @ start()",
                "time() - -x",
                "x > bool on (a) group_left (b) y",
                "x * ignoring () group_right y",
                "absent(x{a=\"b\"})",
                "fill + fill",
                "label_replace(x, 'a', '$1', \"b\", `(.*)`)"
            })
    void query_ofTheStableLanguage_parses(String query) {
        assertThat(PromQl.parse(query)).isNotNull();
    }
}
