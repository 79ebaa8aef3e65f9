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

class RulesCommandTest {
    @TempDir
    Path folder;

    private Path rules = Path.of("");
    private Path tests = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter problems = new StringWriter();

    @BeforeEach
    void files() throws IOException {
        rules = Files.writeString(folder.resolve("rules.yml"), """
                groups:
                  - name: g  # a group
                    rules:
                      - record: a
                        expr: sum( up )
                      - record: a
                        expr: up
                """);
        tests = Files.writeString(folder.resolve("tests.yml"), """
                rule_files: [rules.yml]
                tests:
                  - name: good
                    promql_expr_test: [{expr: "1", exp_samples: [{value: 1}]}]
                  - name: bad
                    promql_expr_test: [{expr: "1", exp_samples: [{value: 2}]}]
                  - name: empty
                """);
    }

    private int run(String... arguments) {
        return new CommandLine(new RulesCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(problems))
                .execute(arguments);
    }

    @Test
    void test_oneFails_endsWithOneAndWritesAReport() throws IOException {
        Path report = folder.resolve("report.xml");
        assertThat(run("test", "--junit", report.toString(), tests.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("Unit Testing:  " + tests, "  FAILED:", tests + ":6: bad: expr 1 at 0s", "- {} 2", "+ {} 1")
                .contains("WARNING: " + tests + ":7: empty: asserts nothing");
        assertThat(Files.readString(report))
                .contains("tests=\"3\" failures=\"1\" errors=\"0\"", "<testcase name=\"good\"", "line=\"5\"")
                .contains("<failure message=\"expr 1 at 0s\">");
    }

    @Test
    void test_byName_runsOnlyThose() {
        assertThat(run("test", "--run=^go", "--run", "empt", tests.toString())).isZero();
        assertThat(run("test", "--run=^go", "--run", "empt", "--strict", tests.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("  SUCCESS: 2 tests").doesNotContain("bad:");
    }

    @Test
    void test_withDiff_hasColours() {
        run("test", "--diff", tests.toString());
        assertThat(out.toString()).contains("\u001b[31m- {} 2\u001b[0m");
    }

    @Test
    void check_duplicates_failAsLintOnly() {
        assertThat(run("check", rules.toString())).isZero();
        assertThat(out.toString()).contains("lint error: 1 duplicate rule(s) found.");
        assertThat(run("check", "--lint-fatal", rules.toString())).isEqualTo(3);
        assertThat(run("check", "--lint-fatal", "--lint=none", rules.toString()))
                .isZero();
        assertThat(run("check", "--lint-fatal", "--lint", "duplicate-rules", rules.toString()))
                .isEqualTo(3);
        assertThat(out.toString()).contains("  SUCCESS: 2 rules found");
    }

    @Test
    void check_unknownField_failsUnlessIgnored() throws IOException {
        Files.writeString(rules, "groups: [{name: g, owner: me, rules: []}]\n");
        assertThat(run("check", rules.toString())).isEqualTo(1);
        assertThat(out.toString()).contains(rules + ":1: groups[0].owner: unknown key");
        assertThat(run("check", "--ignore-unknown-fields", rules.toString())).isZero();
    }

    @Test
    void format_checkOnly_changesNothing() throws IOException {
        String before = Files.readString(rules);
        assertThat(run("format", "--check", rules.toString())).isEqualTo(1);
        assertThat(Files.readString(rules)).isEqualTo(before);
        assertThat(run("format", rules.toString())).isZero();
        assertThat(Files.readString(rules)).isEqualTo(before.replace("sum( up )", "sum(up)"));
        assertThat(run("format", "--check", rules.toString())).isZero();
        assertThat(out.toString()).isEqualTo(rules + ": would change\n" + rules + ": changed\n");
    }

    @Test
    void format_malformed_isRefusedAndKept() throws IOException {
        Files.writeString(rules, "groups: [{name: g, rules: [{record: a, expr: 'up =='}]}]\n");
        assertThat(run("format", rules.toString())).isEqualTo(1);
        assertThat(out.toString()).startsWith(rules + ":1: expr: query 1:");
    }

    @Test
    void rules_withoutCommand_isAUsageError() {
        assertThat(run()).isEqualTo(2);
        assertThat(problems.toString()).startsWith("rules wants one of check, test and format");
    }

    @Test
    void feature_unknown_isAUsageErrorThatNamesThem() {
        assertThat(run("check", "--enable-feature=promql-everything", rules.toString()))
                .isEqualTo(2);
        assertThat(problems.toString())
                .contains("there is no \"promql-everything\"; there are promql-experimental-functions");
    }
}
