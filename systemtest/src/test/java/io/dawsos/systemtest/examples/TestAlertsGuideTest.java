package io.dawsos.systemtest.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.rules.testing.RuleTestOptions;
import io.dawsos.observatory.rules.testing.RuleTestReport;
import io.dawsos.observatory.rules.testing.RuleTestRunner;
import io.dawsos.observatory.rules.testing.RuleTestText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestAlertsGuideTest {
    private static final Path GUIDE = Path.of("../docs/guides/test-alerts.md");
    private static final Path SOURCE = Path.of("src/test/java/io/dawsos/systemtest/examples/AlertRulesTest.java");
    private static final String RULES = """
            groups:
              - name: queue
                rules:
                  - alert: QueueGrows
                    expr: min_over_time(queue_length[10m]) > 400
                    labels: {severity: page}
                    annotations: {summary: "{{ $labels.queue }} waits"}
            """;

    @Test
    void guide_example_isTheSourceThatRuns() throws IOException {
        assertThat(Files.readString(GUIDE)).contains("```java\n" + Files.readString(SOURCE) + "```\n");
    }

    @Test
    void guide_testFile_passes(@TempDir Path folder) throws IOException {
        Matcher yaml = Pattern.compile("```yaml\n(.*?)```\n", Pattern.DOTALL).matcher(Files.readString(GUIDE));
        assertThat(yaml.find()).isTrue();
        Files.createDirectories(folder.resolve("rules"));
        Files.writeString(folder.resolve("rules/queue.yml"), RULES);
        Path tests = Files.createDirectories(folder.resolve("tests")).resolve("queue.yml");
        Files.writeString(tests, yaml.group(1));
        RuleTestReport report = new RuleTestRunner(RuleTestOptions.DEFAULT).run(tests);
        List<String> said = new RuleTestText(true, false).lines(report);
        assertThat(report.passed(true)).as(said.toString()).isTrue();
    }
}
