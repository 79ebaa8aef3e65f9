package io.dawsos.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.systemtest.Launcher.Curl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the first start to starting over, with real signals. */
class UpTest {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(90);

    @TempDir
    Path data;

    @Test
    void up_startedStoppedAndStartedAgain_keepsItsDataUntilItStartsOver() throws IOException, InterruptedException {
        Launcher dawsos = new Launcher(data);
        Curl first = firstStart(dawsos);
        assertThat(processes()).as("what is left of the first run").isEmpty();
        assertThat(data.resolve("cache/portfolio.aot")).isRegularFile();
        secondStart(dawsos, first);
        assertThat(processes()).as("what is left of the second run").isEmpty();
        startOver(dawsos, first);
    }

    private Curl firstStart(Launcher dawsos) throws IOException, InterruptedException {
        String port = Integer.toString(Ports.free());
        try (Program up = dawsos.up("--port", port)) {
            Curl curl = Launcher.curl(up);
            JsonNode valuation = JsonMapper.shared().readTree(value(curl));
            assertThat(valuation.toString()).contains("MSFT");
            assertThat(up.output()).contains("first start of this build");

            Program second = dawsos.run("up", "--port", Integer.toString(Ports.free()));
            assertThat(second.output()).contains("the service already runs on " + data + ": pid");
            assertThat(second.exitCode(STOP_LIMIT)).isEqualTo(4);

            Program token = dawsos.run("token", "--user", "user-002", "--role", "USER");
            assertThat(Http.get(curl.address() + curl.path(), token.output().strip())
                            .statusCode())
                    .as("another user's portfolio")
                    .isEqualTo(404);

            up.signal("INT");
            assertThat(up.exitCode(STOP_LIMIT)).isZero();
            assertThat(up.output()).contains("Stopping, and writing the cache", "Stopped; the data is kept in " + data);
            return curl;
        }
    }

    private void secondStart(Launcher dawsos, Curl first) throws IOException, InterruptedException {
        try (Program up = dawsos.up("--port", Integer.toString(Ports.free()))) {
            assertThat(processes()).anyMatch(command -> command.contains("-XX:AOTCache=" + data));
            assertThat(Files.readString(data.resolve("logs/portfolio.log")))
                    .as("the JVM does not complain of its cache")
                    .doesNotContain("[aot]", "[cds]");
            Curl now = Launcher.curl(up);
            assertThat(value(new Curl(first.token(), now.address(), first.path())))
                    .as("the first run's token is still good, and the portfolio still there")
                    .contains("MSFT");
            up.signal("TERM");
            assertThat(up.exitCode(STOP_LIMIT)).isZero();
        }
    }

    private void startOver(Launcher dawsos, Curl first) throws IOException, InterruptedException {
        try (Program up = dawsos.up("--fresh", "--port", Integer.toString(Ports.free()))) {
            assertThat(up.output()).contains("Starting over: deleting the database " + data.resolve("postgres"));
            Curl now = Launcher.curl(up);
            assertThat(Http.get(now.address() + now.path(), first.token()).statusCode())
                    .as("a token of the deleted key")
                    .isEqualTo(401);
            assertThat(value(now)).contains("MSFT");
        }
        // Closing a program also stops to read from it: writing to nobody had ended the launcher before the service.
        assertThat(processes()).as("what is left of the third run").isEmpty();
    }

    private static String value(Curl curl) throws IOException, InterruptedException {
        var answer = Http.get(curl.address() + curl.path(), curl.token());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Command lines of this machine's processes that name the data folder: the service, its database. */
    private List<String> processes() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(command -> command.contains(data.toString()))
                .toList();
    }
}
