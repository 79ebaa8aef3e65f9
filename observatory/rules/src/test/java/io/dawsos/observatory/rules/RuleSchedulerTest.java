package io.dawsos.observatory.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.observatory.rules.alert.ActiveAlert;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSchedulerTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final MovedClock clock = new MovedClock(RuleBench.START);
    private final RuleScheduler scheduler = new RuleScheduler(clock);
    private final Counted counted = new Counted();
    private RuleBench bench;

    /** What a listener heard. */
    private static final class Counted implements RuleListener {
        final List<Instant> completed = new CopyOnWriteArrayList<>();
        final List<String> changes = new CopyOnWriteArrayList<>();
        final AtomicLong missed = new AtomicLong();
        final AtomicLong scheduled = new AtomicLong();

        @Override
        public void completed(RuleGroup group, Instant at, Duration took, long samples) {
            completed.add(at);
        }

        @Override
        public void missed(RuleGroup group, long count) {
            missed.addAndGet(count);
        }

        @Override
        public void scheduled(RuleGroup group, long count) {
            scheduled.addAndGet(count);
        }

        @Override
        public void started(RuleGroup group, Duration interval) {
            changes.add("+" + group.name());
        }

        @Override
        public void stopped(RuleGroup group) {
            changes.add("-" + group.name());
        }
    }

    @BeforeEach
    void open() throws IOException {
        bench = new RuleBench(folder);
        bench.context = bench.context.withListener(counted);
        bench.put(0, "a", 1);
    }

    @AfterEach
    void close() throws IOException {
        scheduler.close();
        bench.close();
    }

    private void load(String... groups) {
        String text = "groups:\n" + String.join("", groups);
        scheduler.load(RuleFile.parse("rules.yml", text).groups(), bench.context);
        awaitWaiting(groups.length);
    }

    private void awaitWaiting(int threads) {
        await().atMost(PATIENCE).until(() -> clock.waiting() >= threads);
    }

    private static String group(String name, String rule) {
        return "- {name: " + name + ", interval: 1m, rules: [" + rule + "]}\n";
    }

    /** Moves on, and waits until so many evaluations were completed in all. */
    private void move(Duration by, int completed) {
        clock.move(by);
        await().atMost(PATIENCE).until(() -> counted.completed.size() == completed);
        awaitWaiting(1);
    }

    @Test
    void group_everyInterval_isEvaluatedAtItsOwnOffset() {
        load(group("g", "{record: r, expr: a}"));
        for (int i = 1; i <= 3; i++) {
            move(MINUTE, i);
        }
        long offset = counted.completed.getFirst().toEpochMilli() % MINUTE.toMillis();
        assertThat(counted.completed).allSatisfy(at -> assertThat(at.toEpochMilli() % MINUTE.toMillis())
                .isEqualTo(offset));
        assertThat(Duration.between(counted.completed.get(1), counted.completed.get(2)))
                .isEqualTo(MINUTE);
        assertThat(counted.scheduled).hasValue(3);
        assertThat(counted.missed).hasValue(0);
    }

    @Test
    void group_late_skipsTimesAndCountsThem() {
        load(group("g", "{record: r, expr: a}"));
        move(MINUTE.multipliedBy(4), 1);
        assertThat(counted.missed).hasValue(3);
        assertThat(counted.scheduled).hasValue(4);
        assertThat(Duration.between(counted.completed.getFirst(), clock.instant()))
                .isLessThan(MINUTE);
    }

    @Test
    void reload_unchangedGroup_goesOnAndChangedOneKeepsItsAlerts() {
        load(group("same", "{record: r, expr: a}"), group("changed", "{alert: A, expr: a == 1, for: 10m}"));
        move(MINUTE, 2);
        awaitWaiting(2);
        Instant activeAt = alerts().getFirst().activeAt();
        load(group("same", "{record: r, expr: a}"), group("changed", "{alert: A, expr: a > 0, for: 10m}"));
        move(MINUTE, 4);
        assertThat(alerts()).extracting(ActiveAlert::activeAt).containsExactly(activeAt);
        assertThat(counted.changes).containsExactly("+same", "+changed", "+changed");
    }

    private List<ActiveAlert> alerts() {
        return scheduler.status().stream()
                .flatMap(group -> group.rules().stream())
                .flatMap(rule -> rule.alerts().stream())
                .toList();
    }

    @Test
    void reload_withoutAGroup_endsItsSeriesAfterTwoIntervals() {
        load(group("g", "{record: r, expr: a}"), group("other", "{record: o, expr: a}"));
        move(MINUTE, 2);
        awaitWaiting(2);
        load(group("other", "{record: o, expr: a}"));
        awaitWaiting(2);
        assertThat(scheduler.status()).hasSize(1);
        assertThat(counted.changes).contains("-g");
        double now = Duration.between(RuleBench.START, clock.instant()).toSeconds() / 60.0;
        assertThat(bench.ask(now, "r")).hasSize(1);
        clock.move(MINUTE.multipliedBy(2));
        await().atMost(PATIENCE).until(() -> bench.ask(now, "r").isEmpty());
    }

    @Test
    void reload_sameContextAndRules_startsNothing() {
        load(group("g", "{record: r, expr: a}"));
        load(group("g", "{record: r, expr: a}"));
        assertThat(counted.changes).containsExactly("+g");
    }

    @Test
    void firstLoad_restoresAlertsAfterTwoEvaluations() throws IOException {
        GroupEvaluation before = bench.evaluation("rules: [{alert: A, expr: vector(1), for: 30m}]");
        before.evaluate(RuleBench.minute(-10));
        load("- {name: g, rules: [{alert: A, expr: vector(1), for: 30m}]}\n");
        move(MINUTE, 2);
        assertThat(alerts().getFirst().activeAt()).isAfter(RuleBench.START);
        move(MINUTE, 3);
        await().atMost(PATIENCE).until(() -> alerts().getFirst().activeAt().isBefore(RuleBench.minute(3)));
    }

    @Test
    void close_endsAllGroups() {
        load(group("g", "{record: r, expr: a}"));
        scheduler.close();
        assertThat(clock.waiting()).isZero();
    }
}
