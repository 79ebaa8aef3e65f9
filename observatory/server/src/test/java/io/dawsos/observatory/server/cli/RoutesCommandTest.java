package io.dawsos.observatory.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RoutesCommandTest {
    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(folder.resolve("alertmanager.yml"), """
                route:
                  receiver: all
                  routes:
                  - matchers: [severity="critical"]
                    receiver: pager
                    mute_time_intervals: [nights]
                    continue: true
                  - matchers: [team="db"]
                    receiver: db
                receivers: [{name: all}, {name: pager}, {name: db}]
                time_intervals:
                - name: nights
                  time_intervals: [{times: [{start_time: '00:00', end_time: '06:00'}], location: Europe/Berlin}]
                """);
    }

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private int test(String... arguments) {
        String[] all = new String[arguments.length + 3];
        System.arraycopy(new String[] {"test", "--config.file", file.toString()}, 0, all, 0, 3);
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return run(new RoutesCommand(), all);
    }

    @Test
    void show_file_drawsTheTree() {
        assertThat(run(new RoutesCommand(), "show", "--config.file", file.toString()))
                .isZero();
        assertThat(out.toString())
                .startsWith("Routing tree:\n.\n└── default-route  receiver: all\n")
                .contains("{severity=\"critical\"}  continue: true  receiver: pager\n");
    }

    @Test
    void test_labels_printsTheReceivers() {
        assertThat(test("severity=critical", "team=db")).isZero();
        assertThat(out.toString()).isEqualTo("pager,db\n");
    }

    @Test
    void test_timeInAMuteInterval_leavesTheReceiverOutAndSaysWhy() {
        assertThat(test("--time", "2026-11-24T03:00:00+01:00", "severity=critical", "team=db"))
                .isZero();
        assertThat(out.toString()).isEqualTo("pager is not told at 2026-11-24T03:00+01:00: muted by nights\ndb\n");
    }

    @Test
    void test_otherReceiversThanExpected_ends1() {
        assertThat(test("--verify.receivers", "pager,db", "severity=critical", "team=db"))
                .isZero();
        assertThat(test("--verify.receivers=db", "severity=critical")).isEqualTo(1);
        assertThat(out.toString()).contains("wanted \"db\", got \"pager\"");
    }

    @Test
    void test_tree_drawsThePath() {
        assertThat(test("--tree", "team=db")).isZero();
        assertThat(out.toString()).isEqualTo("""
                        Matching routes:
                        .
                        └── default-route
                            └── {team="db"}  receiver: db

                        db
                        """);
    }

    @Test
    void test_noLabel_isAUsageError() {
        assertThat(test("severity!=critical")).isEqualTo(2);
        assertThat(err.toString()).contains("a label is written name=value");
    }

    @Test
    void show_noFile_saysHowToNameIt() {
        assertThat(run(
                        new RoutesCommand(),
                        "show",
                        "--config.file",
                        folder.resolve("x").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("name yours with --config.file");
    }

    @Test
    void checkConfig_goodBadAndForeignFiles_areTold() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.yml"), "route: {}\n");
        Path foreign = Files.writeString(
                folder.resolve("foreign.yml"),
                "route: {receiver: x}\nreceivers: [{name: x, sns_configs: [{topic_arn: a}]}]\n");

        assertThat(run(new RoutesCommand(), "check", file.toString())).isZero();
        assertThat(run(new RoutesCommand(), "check", bad.toString())).isEqualTo(1);
        assertThat(run(new RoutesCommand(), "check", foreign.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("Checking '" + file + "'  SUCCESS\nFound:\n - global config\n - route\n")
                .contains("Checking '" + bad + "'  FAILED: " + bad + ":1: route: receiver is missing")
                .contains("receiver \"x\": sns_configs is not supported; ");
    }
}
