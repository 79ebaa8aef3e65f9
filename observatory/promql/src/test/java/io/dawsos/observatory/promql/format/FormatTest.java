package io.dawsos.observatory.promql.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.ast.Expr;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FormatTest {

    @Test
    void shortQuery_staysOnOneLine() {
        assertThat(PromQl.format(PromQl.parse("sum( rate (x{a='b'}[5m]) )BY(job)")))
                .isEqualTo("sum by (job) (rate(x{a=\"b\"}[5m]))");
    }

    @Test
    void longQuery_isBrokenAtItsParts() {
        String query = """
                histogram_quantile(0.99, sum by (le, service) (rate(http_request_duration_seconds_bucket{job="api"}[5m])))
                  / on (service) group_left (team) (avg by (service) (service_target_seconds{kind="latency"}) + 0.001)""";
        assertThat(PromQl.format(PromQl.parse(query))).isEqualTo("""
                  histogram_quantile(
                    0.99,
                    sum by (le, service) (rate(http_request_duration_seconds_bucket{job="api"}[5m]))
                  )
                / on (service) group_left (team)
                  (avg by (service) (service_target_seconds{kind="latency"}) + 0.001)""");
    }

    /** A chain of 4 KB became a text of over 256 KB, more than the parser takes. */
    @Test
    void chainOfOperators_thatIsLong_doesNotGrowByItsIndentation() {
        Expr chain = PromQl.parse("a" + " + a".repeat(400));
        String text = PromQl.format(chain);
        assertThat(text).hasSizeLessThan(10_000);
        assertThat(PromQl.parse(text).sameAs(chain)).isTrue();
    }

    /** Comparing two that are as deep as the parser takes exhausted the stack, now and then. */
    @Test
    void sameAs_asDeepAsTheParserTakes_isCompared() throws InterruptedException {
        Expr chain = PromQl.parse("a" + " + a".repeat(498));
        Expr other = PromQl.parse("b" + " + a".repeat(498));
        AtomicReference<String> answers = new AtomicReference<>("");
        Thread small = new Thread(
                null, () -> answers.set(chain.sameAs(chain) + " " + chain.sameAs(other)), "small stack", 512 * 1024);
        small.start();
        small.join();
        assertThat(answers).hasValue("true false");
    }

    @Test
    void names_thatAreNoWords_standInQuotes() {
        assertThat(PromQl.text(PromQl.parse("{\"my.metric\",\"a.b\"='c'} + on(\"a.b\", by) {__name__='up'}")))
                .isEqualTo("{\"my.metric\", \"a.b\"=\"c\"} + on (\"a.b\", \"by\") up");
    }

    @Test
    void comparison_keepsItsModifiers() {
        assertThat(PromQl.text(PromQl.parse("a >bool ignoring(x)group_right()b")))
                .isEqualTo("a > bool ignoring (x) group_right () b");
    }
}
