package io.dawsos.portfolio.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private static final int CALLERS = 20;

    private final SingleFlight<String, String> flight = new SingleFlight<>();
    private final AtomicInteger fetches = new AtomicInteger();
    private final CountDownLatch landing = new CountDownLatch(1);

    @Test
    void get_manyAtOnce_oneFetchesAndAllHaveIt() throws InterruptedException {
        Queue<String> answers = new ConcurrentLinkedQueue<>();
        List<Thread> callers = IntStream.range(0, CALLERS)
                .mapToObj(i -> Thread.ofPlatform().start(() -> answers.add(flight.get("pack", this::fetch))))
                .toList();
        // One waits in its fetch, the others for it.
        await().atMost(Duration.ofSeconds(10))
                .until(() -> callers.stream().allMatch(caller -> caller.getState() == Thread.State.WAITING));

        landing.countDown();
        for (Thread caller : callers) {
            caller.join();
        }

        assertThat(fetches).hasValue(1);
        assertThat(answers).hasSize(CALLERS).containsOnly("pack 1");
    }

    @Test
    void get_fetchFails_sameExceptionAndNextCallerTriesAgain() {
        landing.countDown();
        IllegalStateException failure = new IllegalStateException("no database");

        assertThatThrownBy(() -> flight.get("pack", () -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(flight.get("pack", this::fetch)).isEqualTo("pack 1");
    }

    private String fetch() {
        int number = fetches.incrementAndGet();
        try {
            landing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return "pack " + number;
    }
}
