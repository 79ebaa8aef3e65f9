package io.dawsos.systemtest.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.promql.script.EngineUnderTest;
import io.dawsos.observatory.promql.script.ScriptReport;
import io.dawsos.observatory.promql.script.ScriptRunner;
import org.junit.jupiter.api.Test;

class BacklogAlertTest {

    @Test
    void backlog_growsForTenMinutes_alertIsTrueOfThatQueueOnly() {
        String script = """
                load 1m
                  queue_length{queue="mail"} 0+100x20
                  queue_length{queue="chat"} 5x20

                eval instant at 20m min_over_time(queue_length[10m]) > 1000
                  {queue="mail"} 1100

                eval instant at 15m min_over_time(queue_length[10m]) > 1000
                """;
        try (Engine engine = Engine.builder().build()) {
            ScriptReport report = ScriptRunner.run("backlog", script, new EngineUnderTest(engine));
            assertThat(report.cases()).allMatch(each -> each.problem().isEmpty());
        }
    }
}
