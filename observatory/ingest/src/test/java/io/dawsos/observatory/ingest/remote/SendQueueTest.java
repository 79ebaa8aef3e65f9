package io.dawsos.observatory.ingest.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendQueueTest {
    @TempDir
    private Path folder;

    private final RemoteWriteCounts counts = new RemoteWriteCounts();

    private SendQueue open(Path where, long maxBytes) throws IOException {
        return SendQueue.open(where, maxBytes, InstantSource.system(), counts);
    }

    private static byte[] payload(int number) {
        byte[] payload = new byte[100];
        payload[0] = (byte) number;
        return payload;
    }

    private static QueueRecord next(SendQueue queue, QueuePosition after) throws Exception {
        return Objects.requireNonNull(queue.next(after, 0));
    }

    private static List<Integer> numbers(SendQueue queue) throws Exception {
        List<Integer> numbers = new ArrayList<>();
        @Nullable QueueRecord record = queue.next(queue.sent(), 0);
        while (record != null) {
            numbers.add((int) record.payload()[0]);
            record = queue.next(record.end(), 0);
        }
        return numbers;
    }

    @Test
    void queue_copiedWhileOpen_holdsAllAndResumesWhereAcknowledged() throws Exception {
        Path copy = Files.createDirectories(folder.resolve("copy"));
        try (SendQueue queue = open(folder.resolve("queue"), 1 << 20)) {
            for (int i = 0; i < 5; i++) {
                queue.add(payload(i), 3);
            }
            QueueRecord second = next(queue, next(queue, queue.sent()).end());
            queue.acknowledge(second.end());
            try (Stream<Path> files = Files.list(folder.resolve("queue"))) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
        }
        try (SendQueue queue = open(copy, 1 << 20)) {
            assertThat(numbers(queue)).containsExactly(2, 3, 4);
            assertThat(queue.samples()).isEqualTo(9);
            queue.add(payload(5), 1);
            assertThat(numbers(queue)).containsExactly(2, 3, 4, 5);
        }
    }

    @Test
    void record_cutOff_isForgottenAndTheNextIsWrittenInItsPlace() throws Exception {
        try (SendQueue queue = open(folder, 1 << 20)) {
            queue.add(payload(1), 1);
            queue.add(payload(2), 1);
        }
        Path segment = segment();
        byte[] content = Files.readAllBytes(segment);
        Files.write(segment, java.util.Arrays.copyOf(content, content.length - 5));
        try (SendQueue queue = open(folder, 1 << 20)) {
            assertThat(numbers(queue)).containsExactly(1);
            queue.add(payload(3), 1);
            assertThat(numbers(queue)).containsExactly(1, 3);
        }
    }

    private Path segment() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".queue"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void queue_full_dropsTheOldestAndCounts() throws Exception {
        try (SendQueue queue = open(folder, 1200)) {
            for (int i = 0; i < 100; i++) {
                queue.add(payload(i), 2);
                assertThat(queue.bytes()).isLessThanOrEqualTo(1200 + 120);
            }
            List<Integer> left = numbers(queue);
            assertThat(left).endsWith(98, 99).hasSizeLessThan(12);
            assertThat(counts.status(0, 0, 1).droppedSamples())
                    .containsEntry(RemoteWriteDrop.QUEUE_FULL, 2L * (100 - left.size()));
            assertThat(queue.samples()).isEqualTo(2L * left.size());
        }
    }

    @Test
    void queue_allAcknowledged_keepsOneSegmentAtMost() throws Exception {
        try (SendQueue queue = open(folder, 4000)) {
            for (int i = 0; i < 50; i++) {
                queue.add(payload(i), 1);
                QueueRecord record = next(queue, queue.sent());
                queue.acknowledge(record.end());
            }
            assertThat(queue.samples()).isZero();
            assertThat(queue.bytes()).isLessThan(1000);
        }
        try (SendQueue queue = open(folder, 4000)) {
            assertThat(numbers(queue)).isEmpty();
            queue.add(payload(7), 1);
            assertThat(numbers(queue)).containsExactly(7);
        }
    }
}
