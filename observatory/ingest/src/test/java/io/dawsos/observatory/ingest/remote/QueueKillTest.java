package io.dawsos.observatory.ingest.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueKillTest {
    private static final int KILLS = 5;

    @TempDir
    private Path folder;

    @Test
    void queue_writerKilled_holdsEachRecordThatWasIn() throws Exception {
        int told = -1;
        for (int kill = 0; kill < KILLS; kill++) {
            told = writeAndKill(told + 1, 200 + 137 * kill);
            told = lastHeld(told);
        }
    }

    /** The number that was told last. */
    private int writeAndKill(int from, int lines) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        QueueWriter.class.getName(),
                        folder.toString(),
                        Integer.toString(from))
                .redirectError(folder.resolve("errors.log").toFile())
                .start();
        int last = from - 1;
        try (BufferedReader told = writer.inputReader()) {
            for (int i = 0; i < lines; i++) {
                last = Integer.parseInt(told.readLine());
            }
        } finally {
            writer.destroyForcibly();
        }
        assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return last;
    }

    /** Reads the queue, which holds all numbers up to at least the one told, each once and in order. */
    private int lastHeld(int told) throws IOException, InterruptedException {
        int next = 0;
        try (SendQueue queue = SendQueue.open(folder, 64 << 20, InstantSource.system(), new RemoteWriteCounts())) {
            QueueRecord record = queue.next(QueuePosition.START, 0);
            while (record != null) {
                assertThat(ByteBuffer.wrap(record.payload()).getInt()).isEqualTo(next++);
                record = queue.next(record.end(), 0);
            }
        }
        assertThat(next - 1).isGreaterThanOrEqualTo(told);
        return next - 1;
    }
}
