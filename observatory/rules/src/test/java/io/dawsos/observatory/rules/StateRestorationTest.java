package io.dawsos.observatory.rules;

import static io.dawsos.observatory.rules.RuleBench.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.rules.alert.ActiveAlert;
import io.dawsos.observatory.rules.alert.AlertState;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What alerts know of the time before a restart: outage tolerance of an hour, grace period of ten minutes. */
class StateRestorationTest {
    private static final String RULES = "rules: [{alert: A, expr: a == 1, for: %s}]";

    @TempDir
    private Path folder;

    private RuleBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new RuleBench(folder);
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    /** Evaluates every minute. */
    private void run(GroupEvaluation group, int from, int to) throws IOException {
        for (int minute = from; minute <= to; minute++) {
            bench.put(minute, "a", 1);
            group.evaluate(minute(minute));
        }
    }

    private GroupEvaluation restarted(String hold, int at) throws IOException {
        GroupEvaluation group = GroupEvaluation.afterRestart(RuleBench.group(RULES.formatted(hold)), bench.context);
        run(group, at, at + 1);
        group.restore(minute(at + 1));
        return group;
    }

    private static ActiveAlert only(GroupEvaluation group) {
        return group.status().rules().getFirst().alerts().getFirst();
    }

    @Test
    void alert_pendingBeforeTheRestart_waitsOnWithoutTheTimeDown() throws IOException {
        run(bench.evaluation(RULES.formatted("30m")), 0, 5);
        GroupEvaluation group = restarted("30m", 20);
        assertThat(only(group).activeAt()).isEqualTo(minute(16));
        run(group, 22, 45);
        assertThat(only(group).state()).isEqualTo(AlertState.PENDING);
        run(group, 46, 46);
        assertThat(only(group).state()).isEqualTo(AlertState.FIRING);
    }

    @Test
    void alert_firingBeforeTheRestart_firesWithTheNextEvaluation() throws IOException {
        run(bench.evaluation(RULES.formatted("15m")), 0, 16);
        GroupEvaluation group = restarted("15m", 30);
        assertThat(only(group).activeAt()).isEqualTo(minute(0));
        run(group, 32, 32);
        assertThat(only(group).state()).isEqualTo(AlertState.FIRING);
    }

    @Test
    void alert_nearlyFiringBeforeTheRestart_waitsForTheGracePeriod() throws IOException {
        run(bench.evaluation(RULES.formatted("15m")), 0, 12);
        GroupEvaluation group = restarted("15m", 30);
        run(group, 32, 40);
        assertThat(only(group).state()).isEqualTo(AlertState.PENDING);
        run(group, 41, 41);
        assertThat(only(group).state()).isEqualTo(AlertState.FIRING);
    }

    @Test
    void alert_withShortFor_beginsAnew() throws IOException {
        run(bench.evaluation(RULES.formatted("5m")), 0, 4);
        assertThat(only(restarted("5m", 20)).activeAt()).isEqualTo(minute(20));
    }

    @Test
    void alert_afterALongOutage_beginsAnew() throws IOException {
        run(bench.evaluation(RULES.formatted("30m")), 0, 5);
        assertThat(only(restarted("30m", 70)).activeAt()).isEqualTo(minute(70));
    }

    @Test
    void alert_resolvedBeforeTheRestart_beginsAnew() throws IOException {
        GroupEvaluation before = bench.evaluation(RULES.formatted("30m"));
        run(before, 0, 5);
        bench.put(6, "a", 0);
        before.evaluate(minute(6));
        assertThat(only(restarted("30m", 20)).activeAt()).isEqualTo(minute(20));
    }

    @Test
    void alert_beforeItsStateIsRestored_writesNone() throws IOException {
        GroupEvaluation group = GroupEvaluation.afterRestart(RuleBench.group(RULES.formatted("30m")), bench.context);
        run(group, 0, 1);
        assertThat(bench.ask(1, "{__name__=~\"ALERTS.*\"}")).isEmpty();
        group.restore(minute(1));
        run(group, 2, 2);
        assertThat(bench.ask(2, "ALERTS")).hasSize(1);
    }
}
