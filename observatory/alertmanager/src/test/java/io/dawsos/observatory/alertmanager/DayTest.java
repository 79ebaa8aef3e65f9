package io.dawsos.observatory.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day on a moved clock, in one thread: two of them are alike. */
class DayTest {
    @TempDir
    private Path folder;

    private List<String> day(Path in) throws IOException {
        try (World world = new World(in, ObviousModel.CONFIG)) {
            Random random = new Random(7);
            for (int minute = 0; minute < 24 * 60; minute++) {
                for (int i = 0; i < 3; i++) {
                    String[] labels = {
                        "alertname", "A" + random.nextInt(5), "job", "j" + random.nextInt(9), "sev", "low"
                    };
                    if (random.nextInt(3) == 0) {
                        world.resolve(world.time.instant(), labels);
                    } else {
                        world.fire(labels);
                    }
                }
                world.move(Duration.ofMinutes(1));
            }
            return world.sent.stream()
                    .map(notification -> notification.now() + " " + World.text(notification))
                    .toList();
        }
    }

    @Test
    void day_twice_tellsTheSame() throws IOException {
        List<String> first = day(folder.resolve("first"));
        assertThat(first).hasSizeGreaterThan(1000);
        assertThat(day(folder.resolve("second"))).isEqualTo(first);
        assertThat(Instant.parse(first.getLast().split(" ", 2)[0])).isAfter(World.START.plus(Duration.ofHours(23)));
    }
}
