package io.dawsos.telemetry.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.dawsos.telemetry.metrics.Metrics;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ExportQueueTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofMinutes(10);

    private final AtomicLong nanos = new AtomicLong(5);
    private final Metrics metrics = Metrics.create(true);
    private final Losses losses = new Losses("spans", metrics, nanos::get);
    private final ListAppender<ILoggingEvent> warnings = new ListAppender<>();
    private final List<ExportQueue<Integer>> started = new ArrayList<>();
    private final ConcurrentLinkedQueue<List<Integer>> batches = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void listen() {
        warnings.start();
        logger().addAppender(warnings);
    }

    @AfterEach
    void stop() {
        started.forEach(queue -> queue.shutdown().join(10, TimeUnit.SECONDS));
        logger().detachAppender(warnings);
    }

    @Test
    void add_batchFull_exportedAtOnce() {
        ExportQueue<Integer> queue = queue(limits(16, 4, LONG), this::take);

        addAll(queue, 4);

        await().untilAsserted(() -> assertThat(batches).containsExactly(List.of(0, 1, 2, 3)));
        await().untilAsserted(() -> assertThat(exported()).isEqualTo(4));
    }

    @Test
    void add_batchNotFull_exportedAfterDelay() {
        ExportQueue<Integer> queue = queue(limits(16, 4, Duration.ofMillis(1)), this::take);

        queue.add(7);

        await().untilAsserted(() -> assertThat(batches).containsExactly(List.of(7)));
    }

    @Test
    void flush_moreThanABatch_allExportedBeforeItCompletes() {
        ExportQueue<Integer> queue = queue(limits(64, 64, LONG), this::take);
        addAll(queue, 50);

        assertThat(queue.flush().join(10, TimeUnit.SECONDS).isSuccess()).isTrue();

        assertThat(batches.stream().mapToInt(List::size).sum()).isEqualTo(50);
    }

    @Test
    void add_exporterStuck_queueBoundedAndRestCounted() {
        CompletableResultCode stuck = new CompletableResultCode();
        CountDownLatch exporting = new CountDownLatch(1);
        ExportQueue<Integer> queue = queue(limits(16, 4, LONG), batch -> {
            exporting.countDown();
            return stuck;
        });
        addAll(queue, 4);
        await().until(() -> exporting.getCount() == 0);

        addAll(queue, 1000);

        assertThat(queue.size()).isEqualTo(16).isEqualTo(queue.capacity());
        assertThat(dropped("queue_full")).isEqualTo(1000 - 16);
        stuck.succeed();
        await().untilAsserted(() -> assertThat(exported()).isEqualTo(20));
    }

    @Test
    void export_noAnswerInTime_countedAsFailedAndNextBatchGoesOn() {
        AtomicInteger calls = new AtomicInteger();
        ExportQueue<Integer> queue = queue(
                new QueueLimits(16, 2, LONG, Duration.ofMillis(1)),
                batch -> calls.getAndIncrement() == 0 ? new CompletableResultCode() : take(batch));

        addAll(queue, 4);

        await().untilAsserted(() -> assertThat(exported()).isEqualTo(2));
        assertThat(dropped("export_failed")).isEqualTo(2);
    }

    @Test
    void export_throws_countedAsFailedAndQueueLives() {
        AtomicInteger calls = new AtomicInteger();
        ExportQueue<Integer> queue = queue(limits(16, 2, LONG), batch -> {
            if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException("broken pipe");
            }
            return take(batch);
        });

        addAll(queue, 4);

        await().untilAsserted(() -> assertThat(exported()).isEqualTo(2));
        assertThat(dropped("export_failed")).isEqualTo(2);
    }

    @Test
    void losses_manyWithinAMinute_oneWarningAMinute() {
        ExportQueue<Integer> queue = queue(
                limits(16, 1, LONG),
                batch -> CompletableResultCode.ofExceptionalFailure(new IllegalStateException("connection refused")));

        flushed(queue, 3);
        nanos.addAndGet(MINUTE.toNanos() - 1);
        flushed(queue, 5);
        assertThat(messages()).hasSize(1).first().asString().contains("connection refused");

        nanos.addAndGet(1);
        flushed(queue, 1);

        assertThat(messages()).hasSize(2);
        assertThat(dropped("export_failed")).isEqualTo(9);
        assertThat(told()).isEqualTo(9);
    }

    @Test
    void shutdown_itemsWaiting_exported() {
        ExportQueue<Integer> queue = queue(limits(16, 4, LONG), this::take);
        addAll(queue, 3);

        assertThat(queue.shutdown().join(10, TimeUnit.SECONDS).isSuccess()).isTrue();

        assertThat(batches).containsExactly(List.of(0, 1, 2));
        queue.add(9);
        assertThat(dropped("shutdown")).isEqualTo(1);
    }

    @Test
    void shutdown_exporterStuck_endsWithinFiveSecondsAndCountsAll() {
        ExportQueue<Integer> queue = queue(limits(16, 4, LONG), batch -> new CompletableResultCode());
        addAll(queue, 16);

        long start = System.nanoTime();
        assertThat(queue.shutdown().join(5, TimeUnit.SECONDS).isDone()).isTrue();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(dropped("shutdown") + dropped("export_failed")).isEqualTo(16);
    }

    @Test
    void add_fromManyThreads_eachItemExportedOrCounted() throws InterruptedException {
        ExportQueue<Integer> queue = queue(limits(64, 16, Duration.ofMillis(1)), this::take);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.startVirtualThread(() -> addAll(queue, 10_000)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        queue.shutdown().join(10, TimeUnit.SECONDS);

        assertThat(exported() + dropped("queue_full")).isEqualTo(80_000);
        assertThat(batches.stream().mapToInt(List::size).sum()).isEqualTo((int) exported());
        assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(16));
    }

    private CompletableResultCode take(List<Integer> batch) {
        batches.add(List.copyOf(batch));
        return CompletableResultCode.ofSuccess();
    }

    private ExportQueue<Integer> queue(QueueLimits limits, Function<List<Integer>, CompletableResultCode> export) {
        ExportQueue<Integer> queue = new ExportQueue<>("test", limits, losses, export).start();
        started.add(queue);
        return queue;
    }

    private static QueueLimits limits(int size, int batch, Duration delay) {
        return new QueueLimits(size, batch, delay, Duration.ofSeconds(30));
    }

    private static void addAll(ExportQueue<Integer> queue, int count) {
        for (int i = 0; i < count; i++) {
            queue.add(i);
        }
    }

    private static void flushed(ExportQueue<Integer> queue, int count) {
        addAll(queue, count);
        queue.flush().join(10, TimeUnit.SECONDS);
    }

    private double exported() {
        return Values.of(metrics, "telemetry_spans_exported");
    }

    private double dropped(String reason) {
        return Values.of(metrics, "telemetry_spans_dropped", "reason", reason);
    }

    private List<String> messages() {
        return List.copyOf(warnings.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private long told() {
        return List.copyOf(warnings.list).stream()
                .mapToLong(event -> ((Number) event.getArgumentArray()[0]).longValue())
                .sum();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(Losses.class);
    }
}
