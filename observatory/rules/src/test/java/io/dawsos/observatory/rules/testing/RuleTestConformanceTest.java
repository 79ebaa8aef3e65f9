package io.dawsos.observatory.rules.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.rules.RuleDialect;
import io.dawsos.observatory.rules.check.RuleCheck;
import io.dawsos.observatory.rules.check.RuleCheckReport;
import io.dawsos.telemetry.testing.ConformanceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Promtool's own files: those that must pass do, those that must fail do. By their names {@code bad-…}, {@code failing},
 * {@code rules-bad} and {@code no_fuzzy} must fail; within a file tests named wrong must fail, and those named correct pass.
 */
class RuleTestConformanceTest {
    private static final Pattern MUST_FAIL = Pattern.compile("bad-.*|failing.*|rules-bad.*|.*_no_fuzzy.*");
    /** Where Prometheus 3 has changed what Debian's promtool does: a test without interval. */
    private static final Set<String> CHANGED_SINCE_DEBIAN = Set.of("no-test-group-interval.yml");

    private static final RuleTestOptions LENIENT = new RuleTestOptions(Pattern.compile(""), true, Set.of());

    private final List<String> problems = new ArrayList<>();

    @Test
    void promtool_allTestFiles_passOrFailAsTheyMust() throws Exception {
        for (Path path : ConformanceFiles.files("promtool", ".yml", ".yaml")) {
            if (isTestFile(path)) {
                check(path);
            }
        }
        assertThat(problems).isEmpty();
    }

    private void check(Path path) throws Exception {
        String name = String.valueOf(path.getFileName());
        RuleTestReport report = new RuleTestRunner(RuleTestOptions.DEFAULT).run(path);
        boolean passed = report.passed(false);
        require(passed == mustPass(path), name, "passed is " + passed);
        for (TestOutcome outcome : report.tests()) {
            String test = outcome.test().name();
            boolean wrong = test.startsWith("wrong") || MUST_FAIL.matcher(name).matches();
            if (wrong || test.startsWith("correct")) {
                require(outcome.passed() != wrong, name, test + ": passed is " + outcome.passed());
            }
        }
        if (name.contains("extrafields")) {
            require(new RuleTestRunner(LENIENT).run(path).passed(false), name, "fails when unknown fields are ignored");
        }
        String peer = peer(path, passed, "test", "rules", name);
        System.out.println("promtool/" + name + ": " + (passed ? "passes" : "fails") + ", as it must; " + peer);
    }

    private static boolean mustPass(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        return !MUST_FAIL.matcher(name).matches()
                && !name.contains("extrafields")
                && !Files.readString(path).contains("name: wrong");
    }

    private String peer(Path path, boolean passed, String... command) throws Exception {
        String name = String.valueOf(path.getFileName());
        if (!Promtool.isInstalled()) {
            return "promtool is not installed";
        }
        Promtool.Answer answer = Promtool.run(path.getParent(), command);
        boolean lacks = !answer.understood() && !name.contains("extrafields");
        if (lacks || CHANGED_SINCE_DEBIAN.contains(name)) {
            return "the installed promtool is older than the file";
        }
        require(answer.passed() == passed, name, "promtool ends with " + answer);
        return "promtool agrees";
    }

    @Test
    void promtool_allRuleFiles_loadOrDoNotAsTheyMust() throws Exception {
        for (Path path : ConformanceFiles.files("promtool", ".yml", ".yaml")) {
            if (!isTestFile(path)) {
                checkRules(path);
            }
        }
        assertThat(problems).isEmpty();
    }

    private void checkRules(Path path) throws Exception {
        String name = String.valueOf(path.getFileName());
        RuleCheckReport report = new RuleCheck(RuleDialect.STABLE).check(path);
        boolean mustLoad = !name.contains("extrafields") && !name.matches("bad-.*syntax.*|rules-bad.*");
        require(report.loads() == mustLoad, name, "loads is " + report.loads() + ": " + report.problem());
        require(
                report.duplicates().isEmpty() != name.contains("duplicates"),
                name,
                "duplicates: " + report.duplicates());
        String peer = peer(path, report.loads(), "check", "rules", name);
        System.out.println(
                "promtool/" + name + ": " + (report.loads() ? "loads" : "is refused") + ", as it must; " + peer);
    }

    private void require(boolean holds, String file, String problem) {
        if (!holds) {
            problems.add(file + ": " + problem);
        }
    }

    private static boolean isTestFile(Path path) throws IOException {
        return Files.readString(path).lines().anyMatch(line -> line.startsWith("tests:"));
    }
}
