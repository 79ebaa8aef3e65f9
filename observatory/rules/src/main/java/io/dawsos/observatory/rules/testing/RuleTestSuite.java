package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.config.ConfigException;
import io.dawsos.observatory.rules.RuleDialect;
import io.dawsos.observatory.rules.RuleFile;
import io.dawsos.observatory.rules.RuleGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tests of one file, with the rules that they test. For one thread. */
public final class RuleTestSuite {
    private final RuleTestFile file;
    private final RuleTestOptions options;
    private final List<TestWarning> warnings = new ArrayList<>();
    private @Nullable List<RuleGroup> groups;

    public RuleTestSuite(RuleTestFile file, RuleTestOptions options) {
        this.file = file;
        this.options = options;
        if (file.tests().isEmpty()) {
            warnings.add(new TestWarning(1, "there are no tests; write some under tests:"));
        }
    }

    /** The tests whose names are asked for. */
    public List<RuleTest> tests() {
        return file.tests().stream().filter(options::wants).toList();
    }

    /** What is to be said of the file as a whole; of its rule files, once a test has run. */
    public List<TestWarning> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * Runs a test.
     *
     * @throws ConfigException when a rule file cannot be read
     */
    public TestOutcome run(RuleTest test) {
        return new TestRun(file, test, groups(), options.features()).run();
    }

    /** In the order in which they are evaluated. */
    private List<RuleGroup> groups() {
        List<RuleGroup> read = groups;
        if (read == null) {
            read = ruleFiles().stream()
                    .flatMap(path -> RuleFile.read(path, dialect()).groups().stream())
                    .sorted(Comparator.comparingInt(this::order))
                    .toList();
            groups = read;
        }
        return read;
    }

    /** As promtool's: what is not named comes with the first. */
    private int order(RuleGroup group) {
        return Math.max(0, file.groupOrder().indexOf(group.name()));
    }

    private RuleDialect dialect() {
        return new RuleDialect(RuleDialect.STABLE.names(), options.features(), options.ignoreUnknownFields());
    }

    private List<Path> ruleFiles() {
        List<Path> paths = new ArrayList<>();
        for (RuleFilePattern pattern : file.ruleFiles()) {
            List<Path> matching = matching(pattern);
            if (matching.isEmpty()) {
                warnings.add(new TestWarning(
                        pattern.line(), "no file matches \"" + pattern.pattern() + "\" in " + file.folder()));
            }
            paths.addAll(matching);
        }
        return paths;
    }

    private List<Path> matching(RuleFilePattern pattern) {
        try {
            return FilePattern.files(file.folder(), pattern.pattern());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(file.file(), pattern.line(), "rule_files", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("rule_files: " + pattern.pattern(), e);
        }
    }
}
