package io.dawsos.observatory.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.alertmanager.stage.Notification;
import io.dawsos.observatory.alertmanager.stage.NotifiedAlert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** An alertmanager against {@link ObviousModel}: alerts, ends, silences and reloads at any time, and what is told of them. */
class ModelTest {
    private static final List<String> NAMES = List.of("A", "B", "C");
    private static final List<String> JOBS = List.of("x", "y");
    private static final List<String> SEVERITIES = List.of("high", "mid", "low");

    /** A reload told the end of an alert whose group had let it go while it was silenced. */
    @Example
    void alertmanager_reloadAfterASilencedEnd_tellsNothing() throws IOException {
        alertmanager_anyEvents_tellsWhatTheModelTells(1482);
    }

    /** Other sequences in every run; those that once differed are the examples. */
    @Tag("long")
    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void alertmanager_anyEvents_tellsWhatTheModelTells(@ForAll long seed) throws IOException {
        Path folder = Files.createTempDirectory("alertmanager-model");
        try (Run run = new Run(folder, new Random(seed))) {
            for (int i = 0; i < 150; i++) {
                run.step();
            }
            assertThat(run.messages.stream().sorted().toList())
                    .isEqualTo(run.model.messages.stream().sorted().toList());
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted().toList().reversed()) {
                Files.delete(path);
            }
        }
    }

    private static final class Run implements AutoCloseable {
        final ObviousModel model = new ObviousModel();
        final List<String> messages = new ArrayList<>();
        private final World world;
        private final Random random;
        private long now;

        Run(Path folder, Random random) throws IOException {
            this.random = random;
            this.world = new World(folder, ObviousModel.CONFIG);
            world.receiver = notification -> {
                messages.add(text(notification));
                return Delivery.delivered();
            };
        }

        private String text(Notification notification) {
            long at = Duration.between(World.START, notification.now()).toSeconds();
            return at + " " + notification.receiver() + " +" + names(notification, alert -> !alert.resolved()) + " -"
                    + names(notification, NotifiedAlert::resolved);
        }

        private static Set<String> names(Notification notification, Predicate<NotifiedAlert> wanted) {
            return notification.alerts().stream()
                    .filter(wanted)
                    .map(alert -> alert.labels().get("alertname")
                            + alert.labels().get("job")
                            + alert.labels().get("sev"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** Events come between the tens of seconds, at which nothing else happens, so that their order is clear. */
        void step() throws IOException {
            moveTo((now / 10 + random.nextInt(12)) * 10 + 1 + random.nextInt(9));
            String name = NAMES.get(random.nextInt(3));
            String job = JOBS.get(random.nextInt(2));
            String sev = SEVERITIES.get(random.nextInt(3));
            switch (random.nextInt(10)) {
                case 0 -> silence(name);
                case 1 -> {
                    model.reload();
                    world.reload(ObviousModel.CONFIG);
                }
                case 2, 3, 4 -> resolve(name, job, sev);
                default -> fire(name, job, sev);
            }
            world.time.settle();
        }

        private void moveTo(long target) {
            long to = Math.max(target, now + 1);
            to = to % 10 == 0 ? to + 1 : to;
            now = to;
            model.moveTo(now);
            world.time.moveTo(World.START.plusSeconds(now));
        }

        private void fire(String name, String job, String sev) throws IOException {
            model.fire(name, job, sev);
            Instant start = World.START.plusSeconds(model.startOf(name, job, sev));
            world.fireSince(start, "alertname", name, "job", job, "sev", sev);
        }

        private void resolve(String name, String job, String sev) throws IOException {
            long start = model.startOf(name, job, sev);
            if (start >= 0) {
                model.resolve(name, job, sev);
                world.resolve(World.START.plusSeconds(start), "alertname", name, "job", job, "sev", sev);
            }
        }

        private void silence(String name) throws IOException {
            long length = 10L * (1 + random.nextInt(60));
            boolean tells = random.nextBoolean();
            model.silence(new ObviousModel.Quiet(name, now, now + length, tells));
            world.alertmanager.silence(world.silence(Duration.ofSeconds(length), false, tells, "alertname", name));
        }

        @Override
        public void close() throws IOException {
            world.close();
        }
    }
}
