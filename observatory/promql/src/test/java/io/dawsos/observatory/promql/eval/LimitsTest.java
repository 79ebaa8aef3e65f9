package io.dawsos.observatory.promql.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.model.Selection;
import io.dawsos.observatory.model.Series;
import io.dawsos.observatory.model.SeriesSource;
import io.dawsos.observatory.promql.Cancellation;
import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.PromQlException.Reason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final int SERIES = 200;
    private static final Steps STEPS = new Steps(0, 60_000, 100);

    /** Many series of one sample, with something that happens whenever one is read. */
    private record Watched(Runnable onRead, AtomicInteger reads) implements SeriesSource {
        Watched(Runnable onRead) {
            this(onRead, new AtomicInteger());
        }

        @Override
        public Stream<Series> select(Selection selection) {
            return IntStream.range(0, SERIES).mapToObj(i -> new One(i, this));
        }

        @Override
        public List<String> labelNames(Selection selection) {
            return List.of();
        }

        @Override
        public List<String> labelValues(String name, Selection selection) {
            return List.of();
        }
    }

    private record One(int number, Watched source) implements Series {
        @Override
        public Labels labels() {
            return Labels.of("__name__", "x", "i", "" + number);
        }

        @Override
        public void read(long from, long to, Samples into) {
            source.reads().incrementAndGet();
            source.onRead().run();
            for (long time = 0; time <= 6_000_000; time += 60_000) {
                into.append(time, number);
            }
        }
    }

    private static PromQlException failure(Engine engine, SeriesSource source, String query, Cancellation cancel) {
        return catchThrowableOfType(
                PromQlException.class, () -> engine.query(source, query, PromQl.parse(query), STEPS, cancel));
    }

    @Test
    void query_overItsSampleLimit_saysWhatToDo() {
        try (Engine engine = Engine.builder().maxSamples(5000).build()) {
            PromQlException failure = failure(engine, new Watched(() -> {}), "-x", new Cancellation());

            assertThat(failure.reason()).isEqualTo(Reason.LIMIT);
            assertThat(failure)
                    .hasMessage("the query would hold more than the 5000 samples it may at once; shorten its range,"
                            + " take a longer step or narrow its selectors");
        }
    }

    @Test
    void aggregation_overManySeries_staysUnderTheSameLimit() {
        try (Engine engine = Engine.builder().maxSamples(5000).build()) {
            assertThat(engine.query(new Watched(() -> {}), "sum(x)", STEPS).vector())
                    .hasSize(1);
        }
    }

    @Test
    void query_overItsTime_stops() {
        Runnable slow = () -> {
            long start = System.nanoTime();
            while (System.nanoTime() - start < 2_000_000) {
                Thread.onSpinWait();
            }
        };
        Watched source = new Watched(slow);
        try (Engine engine =
                Engine.builder().timeout(Duration.ofMillis(20)).parallelism(2).build()) {
            PromQlException failure = failure(engine, source, "sum(x)", new Cancellation());

            assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(failure).hasMessageStartingWith("the query took longer than the 20ms it may");
            assertThat(source.reads().get()).isLessThan(SERIES);
        }
    }

    @Test
    void query_cancelledWhileItReads_stops() {
        Cancellation cancellation = new Cancellation();
        Watched source = new Watched(cancellation::cancel);
        try (Engine engine = Engine.builder().parallelism(2).build()) {
            PromQlException failure = failure(engine, source, "x + x", cancellation);

            assertThat(failure.reason()).isEqualTo(Reason.CANCELED);
            assertThat(failure).hasMessage("the query was cancelled");
            assertThat(source.reads().get()).isLessThan(SERIES);
        }
    }

    @Test
    void query_afterTheEngineIsClosed_goesOnInTheCallersThread() {
        Engine engine = Engine.builder().parallelism(4).build();
        engine.close();

        assertThat(engine.query(new Watched(() -> {}), "count(x)", STEPS).vector())
                .hasSize(1);
    }

    @Test
    void source_throwsWhileItReads_thatIsWhatTheCallerGets() {
        IllegalStateException broken = new IllegalStateException("block 7 is corrupt");
        Watched source = new Watched(() -> {
            throw broken;
        });
        try (Engine engine = Engine.builder().parallelism(2).build()) {
            assertThat(catchThrowableOfType(IllegalStateException.class, () -> engine.query(source, "sum(x)", STEPS)))
                    .isSameAs(broken);
        }
    }
}
