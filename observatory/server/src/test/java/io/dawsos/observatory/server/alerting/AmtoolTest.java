package io.dawsos.observatory.server.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dawsos.observatory.server.ServerSettings;
import io.dawsos.observatory.server.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real amtool against this server's API. */
class AmtoolTest {
    private static final String FILE = """
            global: {opsgenie_api_key: s3cret}
            route:
              receiver: all
              group_by: [alertname]
              routes:
              - matchers: [severity="critical"]
                receiver: pager
            receivers:
            - name: all
            - name: pager
              opsgenie_configs: [{api_url: 'http://127.0.0.1:9/'}]
              webhook_configs: [{url: 'http://127.0.0.1:9/s3cret'}]
            """;

    @TempDir
    private Path folder;

    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(isInstalled(), "amtool is not installed; Debian's package is prometheus-alertmanager");
        Path file = Files.writeString(folder.resolve("alertmanager.yml"), FILE);
        server = TestServer.start(ServerSettings.in(folder.resolve("data"), null, file));
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static boolean isInstalled() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "amtool")));
    }

    private String amtool(String... arguments) throws IOException, InterruptedException {
        return amtoolIn("extended", arguments);
    }

    /** Its exit code, a line of its own, and what it printed but for its word that our version is not its own. */
    private String amtoolIn(String output, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("amtool", "--alertmanager.url=" + server.address(), "--output=" + output));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("(?m)^Warning: amtool version .*\n", "");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("amtool ends").isTrue();
            return process.exitValue() + "\n" + printed;
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void alert_addedByAmtool_isQueried() throws Exception {
        assertThat(amtool("alert", "add", "Slow", "severity=critical", "--annotation=summary=it is slow"))
                .startsWith("0\n");
        assertThat(amtool("alert", "add", "Odd", "severity=info")).startsWith("0\n");

        assertThat(amtool("alert", "query", "alertname=Slow"))
                .startsWith("0\n")
                .contains("severity=\"critical\"", "summary=\"it is slow\"")
                .doesNotContain("Odd");
        assertThat(amtool("alert", "query", "severity=~\"cri.*|info\"")).contains("Slow", "Odd");
        assertThat(amtool("alert", "query", "--receiver=pager"))
                .contains("Slow")
                .doesNotContain("Odd");
    }

    @Test
    void silence_addedUpdatedAndExpired_isSeenByAlerts() throws Exception {
        amtool("alert", "add", "Slow", "severity=critical");
        String id = amtool("silence", "add", "--author=me", "--comment=c", "alertname=Slow", "severity=~crit.*")
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();

        await().untilAsserted(
                        () -> assertThat(amtool("alert", "query", "--silenced")).contains("Slow"));
        assertThat(amtool("silence", "query")).contains(id, "alertname=\"Slow\"", "severity=~\"crit.*\"", "me");
        assertThat(amtool("silence", "query", "alertname=Slow")).contains(id);
        assertThat(amtool("silence", "query", "alertname=Other")).doesNotContain(id);
        assertThat(amtool("silence", "update", "--duration=2h", "--comment=longer", id))
                .startsWith("0\n")
                .contains("longer");
        String now = amtool("silence", "query", "--quiet")
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertThat(amtool("silence", "expire", now)).startsWith("0\n");
        assertThat(amtool("silence", "query", "--quiet").strip()).isEqualTo("0");
        assertThat(amtool("silence", "query", "--expired", "--quiet")).contains(now);
        await().untilAsserted(() ->
                assertThat(amtool("alert", "query", "alertname=Slow")).contains("Slow"));
    }

    @Test
    void config_shown_hasNoSecretAndIsReadByAmtool() throws Exception {
        String shown = amtoolIn("simple", "config", "show");

        assertThat(shown).startsWith("0\n").contains("receiver:").doesNotContain("s3cret");
    }

    @Test
    void unknownSilence_isAnErrorOfAmtool() throws Exception {
        assertThat(amtool("silence", "expire", "8c4b5a5e-7b2e-4a5c-9f0e-0123456789ab"))
                .startsWith("1\n")
                .contains("404");
        assertThat(amtool("silence", "expire", "none")).startsWith("1\n");
    }
}
