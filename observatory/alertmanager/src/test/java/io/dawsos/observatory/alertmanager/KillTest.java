package io.dawsos.observatory.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.telemetry.testing.LongForm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code kill -9} of a process that takes alerts and tells of them: whatever it acknowledged is told, nothing is told twice
 * unless its receiver's answer could not be recorded, and no inhibited alert is told at all.
 */
class KillTest {
    enum Moment {
        INGEST,
        GROUP_WAIT,
        NOTIFICATION
    }

    @TempDir
    private Path folder;

    private final Set<Long> acknowledged = new HashSet<>();
    private final Set<Long> triedToResolve = new HashSet<>();
    private final Set<Long> resolved = new HashSet<>();
    private final Random random = new Random(20_261_124);
    private TestReceiver receiver;
    private long next;

    @BeforeEach
    void open() throws IOException {
        receiver = new TestReceiver();
    }

    @AfterEach
    void close() throws IOException {
        receiver.close();
    }

    @ParameterizedTest
    @EnumSource
    void alertmanager_killed_losesNothingAndTellsNothingTwice(Moment moment) throws Exception {
        int times = LongForm.number("dawsos.kills.alertmanager", 2, 50);
        for (int i = 0; i < times; i++) {
            run(moment);
        }
        finish();
        assertThat(receiver.complaints()).isEmpty();
        // At most what was being sent at the moments of the kills.
        assertThat(receiver.repeats()).isLessThan(receiver.messages());
        assertThat(acknowledged).hasSizeGreaterThan(times);
    }

    private Process start(long first) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillableAlertmanager.class.getName(),
                        folder.resolve("alertmanager").toString(),
                        String.valueOf(receiver.port()),
                        String.valueOf(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void run(Moment moment) throws Exception {
        Process process = start(next);
        // By its handle, which leaves what it said readable.
        Runnable kill = () -> process.toHandle().destroyForcibly();
        if (moment == Moment.NOTIFICATION) {
            receiver.listen(killer(3 + random.nextInt(20), random.nextBoolean(), kill));
        }
        String word = moment == Moment.INGEST ? "try " : moment == Moment.GROUP_WAIT ? "ack " : "never";
        int when = 5 + random.nextInt(150);
        int seen = 0;
        for (BufferedReader told = output(process); ; ) {
            String line = told.readLine();
            if (line == null) {
                break;
            }
            note(line);
            if (line.startsWith(word) && ++seen == when) {
                kill.run();
            }
        }
        process.destroyForcibly().waitFor();
        receiver.listen(TestReceiver.silent());
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Kills at a message: before its answer, or just after it. */
    private static TestReceiver.Listener killer(int when, boolean beforeAnswer, Runnable kill) {
        AtomicInteger seen = new AtomicInteger();
        return new TestReceiver.Listener() {
            @Override
            public boolean received() {
                boolean now = seen.incrementAndGet() >= when;
                if (now && beforeAnswer) {
                    kill.run();
                }
                return !(now && beforeAnswer);
            }

            @Override
            public void answered() {
                if (seen.get() >= when) {
                    kill.run();
                }
            }
        };
    }

    private void note(String line) {
        if (line.startsWith("try -")) {
            triedToResolve.add(Long.parseLong(line.substring(5)));
        } else if (line.startsWith("ack -")) {
            resolved.add(Long.parseLong(line.substring(5)));
        } else if (line.startsWith("try ")) {
            next = Math.max(next, Long.parseLong(line.substring(4)) + 1);
        } else if (line.startsWith("ack ")) {
            acknowledged.add(Long.parseLong(line.substring(4)));
        } else if (!line.equals("open")) {
            assertThat(line).contains("cut off a torn tail");
        }
    }

    /** A last life, in which all that is owed must be told. */
    private void finish() throws Exception {
        Process process = start(-1);
        try {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(owed()).as("acknowledged, and not told").isEmpty();
                assertThat(over()).as("ended, and still believed to fire").isEmpty();
            });
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private List<Long> owed() {
        return acknowledged.stream()
                .filter(n -> !triedToResolve.contains(n) && !receiver.isFiring(n))
                .toList();
    }

    private List<Long> over() {
        return resolved.stream().filter(receiver::isFiring).toList();
    }
}
