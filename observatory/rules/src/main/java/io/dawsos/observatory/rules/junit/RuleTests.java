package io.dawsos.observatory.rules.junit;

import io.dawsos.observatory.rules.testing.RuleTest;
import io.dawsos.observatory.rules.testing.RuleTestFile;
import io.dawsos.observatory.rules.testing.RuleTestOptions;
import io.dawsos.observatory.rules.testing.RuleTestSuite;
import io.dawsos.observatory.rules.testing.TestOutcome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The tests of promtool's test files as tests of JUnit: one for each, named by file and test, that leads to its line.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> alerts() {
 *     return RuleTests.in(Path.of("deploy/prometheus/tests"));
 * }
 * }</pre>
 *
 * <p>A test fails too when it asserts nothing.
 */
public final class RuleTests {
    private RuleTests() {}

    /**
     * The tests of all {@code .yml} and {@code .yaml} files of a folder, by name.
     *
     * @throws IllegalArgumentException when there are none
     */
    public static Stream<DynamicTest> in(Path folder) {
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("there are no .yml files in " + folder.toAbsolutePath());
        }
        return of(files.toArray(Path[]::new));
    }

    /**
     * The tests of files.
     *
     * @throws io.dawsos.observatory.config.ConfigException when one is no file of rule tests
     */
    public static Stream<DynamicTest> of(Path... files) {
        return Stream.of(files).flatMap(RuleTests::tests);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".yml") || file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot list " + folder.toAbsolutePath(), e);
        }
    }

    private static Stream<DynamicTest> tests(Path path) {
        RuleTestFile file = RuleTestFile.read(path);
        RuleTestSuite suite = new RuleTestSuite(file, RuleTestOptions.DEFAULT);
        return suite.tests().stream().map(test -> test(path, suite, test));
    }

    private static DynamicTest test(Path path, RuleTestSuite suite, RuleTest test) {
        URI place = URI.create(path.toUri() + "?line=" + test.line());
        return DynamicTest.dynamicTest(
                path.getFileName() + ": " + test.title(), place, () -> requirePassed(path, suite.run(test)));
    }

    private static void requirePassed(Path path, TestOutcome outcome) {
        if (!outcome.passed() || !outcome.warnings().isEmpty()) {
            throw new AssertionError(FailureText.of(path, outcome));
        }
    }
}
