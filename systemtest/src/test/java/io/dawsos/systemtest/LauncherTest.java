package io.dawsos.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(30);

    @TempDir
    Path data;

    private Launcher dawsos = new Launcher(Path.of("."));

    @BeforeEach
    void useTheFolder() {
        dawsos = new Launcher(data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "test", "token", "load", "bench", "rules", "routes", "doctor"})
    void help_ofEachCommand_showsHowItIsCalled(String command) throws IOException, InterruptedException {
        Program all = dawsos.run();
        assertThat(all.output()).contains("./dawsos " + command);
        Program one = dawsos.run("help", command);
        assertThat(one.exitCode(AT_ONCE)).isZero();
        assertThat(one.output()).startsWith("./dawsos " + command);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "destroy            | there is no command \"destroy\"",
                "up --speed 3       | up does not know \"--speed\"",
                "up --port eighty   | --port wants a number, got \"eighty\"",
                "up --port          | --port needs a value after it",
                "up --export jaeger | --export wants otlp=HOST:PORT, got \"jaeger\"",
                "bench everything   | bench knows overhead, jmh and promql, got \"everything\"",
                "rules everything   | rules knows check, test and format, got \"everything\"",
                "routes everything  | routes knows show, test and check, got \"everything\"",
                "help nothing       | no help for \"nothing\"",
            })
    void wrongCommandLine_isRefusedWithWhatIsWrong(String line, String message)
            throws IOException, InterruptedException {
        Program program = dawsos.run(line.split(" ", -1));
        assertThat(program.output()).contains("dawsos: " + message);
        assertThat(program.exitCode(AT_ONCE)).isEqualTo(2);
    }

    @Test
    void doctor_machineThatRunsTheseTests_hasAllThatUpNeeds() throws IOException, InterruptedException {
        Program doctor = dawsos.run(Map.of("DAWSOS_PORT", Integer.toString(Ports.free())), "doctor");
        assertThat(doctor.output())
                .contains("ok       JDK 25: ", "ok       Maven: ", "./dawsos up has all that it needs");
        assertThat(doctor.exitCode(AT_ONCE)).isZero();
    }

    @Test
    void doctor_portInUse_saysByWhom() throws IOException, InterruptedException {
        try (ServerSocket taken = Ports.taken()) {
            String port = Integer.toString(taken.getLocalPort());
            Program doctor = dawsos.run(Map.of("DAWSOS_PORT", port), "doctor");
            assertThat(doctor.output()).contains("MISSING  Port " + port + ": in use by pid " + myPid() + ":");
            assertThat(doctor.exitCode(AT_ONCE)).isEqualTo(3);
        }
    }

    @Test
    void up_portInUse_saysByWhomAndStartsNothing() throws IOException, InterruptedException {
        try (ServerSocket taken = Ports.taken()) {
            String port = Integer.toString(taken.getLocalPort());
            Program up = dawsos.run("up", "--port", port);
            assertThat(up.output()).contains("port " + port + " is in use by pid " + myPid() + ":");
            assertThat(up.exitCode(AT_ONCE)).isEqualTo(4);
            assertThat(data).isEmptyDirectory();
        }
    }

    @Test
    void token_beforeTheFirstUp_saysWhatMakesTheKey() throws IOException, InterruptedException {
        Program token = dawsos.run("token", "--user", "demo", "--role", "USER");
        assertThat(token.output()).contains("there is no signing key in " + data + " yet: ./dawsos up makes it");
        assertThat(token.exitCode(AT_ONCE)).isEqualTo(1);
    }

    @Test
    void load_noServiceRuns_saysToStartIt() throws IOException, InterruptedException {
        Program load = dawsos.run("load", "--url", "http://127.0.0.1:" + Ports.free());
        assertThat(load.output()).contains("no service answers at http://127.0.0.1:", "./dawsos up");
        assertThat(load.exitCode(AT_ONCE)).isEqualTo(1);
    }

    private static long myPid() {
        return ProcessHandle.current().pid();
    }
}
