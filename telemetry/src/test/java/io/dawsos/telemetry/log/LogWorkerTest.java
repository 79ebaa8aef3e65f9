package io.dawsos.telemetry.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.dawsos.telemetry.metrics.Metrics;
import io.dawsos.telemetry.metrics.MetricsPage;
import io.dawsos.telemetry.redact.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens when lines come faster than they can be written, or cannot be written at all. */
@Timeout(30)
class LogWorkerTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final LoggerContext context = new LoggerContext();
    private final Logger log = context.getLogger("io.dawsos.Test");
    private final Metrics metrics = Metrics.create(true);
    private final Output out = new Output();
    private final AtomicLong nanos = new AtomicLong();

    @BeforeEach
    void adapt() {
        context.setMDCAdapter(new LogbackMDCAdapter());
    }

    @AfterEach
    void stop() {
        out.open.countDown();
        context.stop();
    }

    private LogSetup install(int queue, Duration closeWithin) {
        return LogSetup.with(new Redactor(), metrics)
                .to(out)
                .queue(queue)
                .closeWithin(closeWithin)
                .bridge(false)
                .time(Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC), nanos::get)
                .install(context);
    }

    @Test
    void outputBlocked_queueFull_dropsAreCountedAndSaidOnceAMinute() throws Exception {
        LogSetup setup = install(8, SOON);
        blockOn("first");
        for (int i = 0; i < 20; i++) {
            log.info("event {}", i); // never blocks: 8 find room
        }
        assertThat(page()).contains("telemetry_log_events_dropped_total{reason=\"queue_full\"} 12.0\n");

        out.open.countDown();
        await().atMost(SOON).until(() -> out.text().contains("log events lost"));
        assertThat(out.text())
                .contains(
                        "\"level\":\"WARNING\",\"message\":\"log events lost\",\"logger\":\"io.dawsos.telemetry.log\"")
                .contains("\"events\":12}")
                .contains("event 7")
                .doesNotContain("event 8");

        out.open = new CountDownLatch(1);
        blockOn("again");
        for (int i = 0; i < 9; i++) {
            log.info("more");
        }
        out.open.countDown();
        assertThat(setup.flush(SOON)).isTrue();
        log.info("within the minute");
        assertThat(setup.flush(SOON)).isTrue();
        assertThat(out.text()).doesNotContain("\"events\":1}");

        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        log.info("a minute later");
        await().atMost(SOON).until(() -> out.text().contains("\"events\":1}"));
        setup.close();
    }

    @Test
    void outputBlocked_close_endsWithinItsBoundAndCountsTheRest() throws Exception {
        LogSetup setup = install(8, Duration.ofMillis(50));
        blockOn("first");
        log.info("second");
        log.info("third");
        setup.close();
        await().atMost(SOON).untilAsserted(() -> assertThat(page())
                .contains("telemetry_log_events_dropped_total{reason=\"closed\"} 2.0\n")
                .contains("telemetry_log_events_dropped_total{reason=\"not_written\"} 1.0\n"));
    }

    @Test
    void outputFails_isCountedAndTheNextLineIsWritten() {
        LogSetup setup = install(8, SOON);
        out.failing = true;
        log.info("lost");
        assertThat(setup.flush(SOON)).isTrue();
        out.failing = false;
        log.info("written");
        assertThat(setup.flush(SOON)).isTrue();
        assertThat(out.text()).contains("written").doesNotContain("\"message\":\"lost\"");
        assertThat(page()).contains("telemetry_log_events_dropped_total{reason=\"not_written\"} 1.0\n");
        setup.close();
    }

    @Test
    void outputFails_behindAPrintStream_isCountedToo() {
        LogSetup setup = LogSetup.with(new Redactor(), metrics)
                .to(new PrintStream(out, false, UTF_8))
                .bridge(false)
                .install(context);
        out.failing = true;
        log.info("lost");
        assertThat(setup.flush(SOON)).isTrue();
        assertThat(page()).contains("telemetry_log_events_dropped_total{reason=\"not_written\"} 1.0\n");
        setup.close();
    }

    @Test
    void close_writesWhatWasLogged() {
        LogSetup setup = install(8192, SOON);
        for (int i = 0; i < 5000; i++) {
            log.info("event {}", i);
        }
        setup.close();
        assertThat(out.text().lines()).hasSize(5000);
        assertThat(page()).contains("telemetry_log_events_dropped_total{reason=\"closed\"} 0.0\n");
    }

    @Test
    void quiet_forLong_theNextLineWakesTheWorker() {
        LogSetup setup = install(8, SOON);
        await().atMost(SOON).until(setup::isAsleep);
        log.info("awake");
        await().atMost(SOON).until(() -> out.text().contains("awake"));
        setup.close();
    }

    private void blockOn(String message) throws InterruptedException {
        out.blocked = new CountDownLatch(1);
        log.info(message);
        out.blocked.await();
    }

    private String page() {
        return new String(new MetricsPage(metrics).answer(null).body(), UTF_8);
    }

    /** Blocks until it is open, or fails. */
    private static final class Output extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private volatile CountDownLatch open = new CountDownLatch(1);
        private volatile CountDownLatch blocked = new CountDownLatch(0);
        private volatile boolean failing;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            if (failing) {
                throw new IOException("broken pipe");
            }
            if (blocked.getCount() > 0) {
                blocked.countDown();
                try {
                    open.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            bytes.write(from, offset, length);
        }

        String text() {
            return bytes.toString(UTF_8);
        }
    }
}
