package io.dawsos.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.systemtest.Rules.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is told of each alert, by Alertmanager's own tool. */
class RoutesTest {

    private static final Path ALERTMANAGER = Repository.file("deploy/alertmanager");
    private static final String CONFIGURATION = "alertmanager.yml";

    static List<Alert> alerts() throws IOException {
        return Rules.alerts();
    }

    @BeforeAll
    static void programs() {
        Programs.need("amtool", "prometheus-alertmanager");
    }

    @Test
    void configuration_byAmtool_isTaken() throws Exception {
        assertThat(amtool("check-config", CONFIGURATION)).contains("SUCCESS", "1 inhibit rules", "2 receivers");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void alert_each_reachesItsReceivers(Alert alert) throws Exception {
        String receivers = alert.pages() ? "pagerduty,slack" : "slack";
        assertThat(route("alertname=" + alert.name(), "severity=" + alert.label("severity"), "job=portfolio"))
                .isEqualTo(receivers);
    }

    @Test
    void alert_withoutSeverity_isToldRatherThanLost() throws Exception {
        assertThat(route("alertname=Unheard")).isEqualTo("slack");
    }

    /** Slack's webhook addresses and PagerDuty's keys let anyone who reads them speak for us. */
    @Test
    void configuration_itsSecrets_areInFilesOnly() throws Exception {
        List<String> settings = Files.readAllLines(ALERTMANAGER.resolve(CONFIGURATION)).stream()
                .map(line -> line.replaceFirst("#.*", ""))
                .toList();
        assertThat(settings)
                .noneMatch(line -> line.matches(".*\\b(routing_key|service_key|api_url|password|credentials):.*"))
                .noneMatch(line -> line.contains("hooks.slack.com"))
                .noneMatch(line -> line.matches(" *-? *match(_re)?:.*"))
                .anyMatch(line -> line.contains("routing_key_file: /"))
                .anyMatch(line -> line.contains("api_url_file: /"));
    }

    private static String route(String... labels) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("config", "routes", "test", "--config.file=" + CONFIGURATION));
        arguments.addAll(List.of(labels));
        return amtool(arguments.toArray(String[]::new))
                .lines()
                .filter(line -> !line.startsWith("Warning:"))
                .reduce("", String::concat)
                .strip();
    }

    private static String amtool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("amtool"));
        command.addAll(List.of(arguments));
        Program program = Program.run(ALERTMANAGER, Map.of(), command.toArray(String[]::new));
        assertThat(program.exitCode(Duration.ofMinutes(1))).as(program.output()).isZero();
        return program.output();
    }
}
