package io.dawsos.telemetry.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LogQueueTest {

    @Test
    void offer_full_isRefusedUntilOneIsTaken() {
        LogQueue<Integer> queue = new LogQueue<>(3);
        for (int i = 0; i < 4; i++) {
            assertThat(queue.offer(i)).isTrue();
        }
        assertThat(queue.offer(4)).isFalse();
        assertThat(queue.poll()).isEqualTo(0);
        assertThat(queue.offer(5)).isTrue();
        assertThat(List.of(queue.poll(), queue.poll(), queue.poll(), queue.poll()))
                .containsExactly(1, 2, 3, 5);
        assertThat(queue.poll()).isNull();
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.offered()).isEqualTo(5);
    }

    @Test
    @Timeout(30)
    void offer_byManyThreads_losesNothingAndKeepsEachOnesOrder() throws Exception {
        int producers = 4;
        int each = 5_000;
        LogQueue<int[]> queue = new LogQueue<>(1024);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(producers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int p = 0; p < producers; p++) {
                int producer = p;
                running.add(threads.submit(() -> {
                    go.await();
                    for (int n = 0; n < each; n++) {
                        int[] element = {producer, n};
                        while (!queue.offer(element)) {
                            Thread.onSpinWait();
                        }
                    }
                    return null;
                }));
            }
            go.countDown();
            int[] next = new int[producers];
            boolean inOrder = true;
            for (int taken = 0; taken < producers * each; ) {
                int[] element = queue.poll();
                if (element != null) {
                    inOrder &= element[1] == next[element[0]]++;
                    taken++;
                }
            }
            assertThat(inOrder).isTrue();
            for (Future<?> one : running) {
                one.get();
            }
        }
        assertThat(queue.isEmpty()).isTrue();
    }
}
