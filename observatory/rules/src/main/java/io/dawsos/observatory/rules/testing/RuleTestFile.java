package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.config.ConfigFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A file of rule tests, as {@code promtool test rules} reads it.
 *
 * @param file its name, as messages say it
 * @param folder what the patterns of the rule files are relative to
 * @param ruleFiles patterns of the files that hold the rules
 * @param evaluationInterval from one evaluation of all groups to the next
 * @param groupOrder names of groups in the order in which they are evaluated
 * @param fuzzyCompare whether values may differ in the last bit
 */
public record RuleTestFile(
        String file,
        Path folder,
        List<RuleFilePattern> ruleFiles,
        Duration evaluationInterval,
        List<String> groupOrder,
        boolean fuzzyCompare,
        List<RuleTest> tests) {
    public RuleTestFile {
        ruleFiles = List.copyOf(ruleFiles);
        groupOrder = List.copyOf(groupOrder);
        tests = List.copyOf(tests);
    }

    /** @throws io.dawsos.observatory.config.ConfigException when it is no file of rule tests */
    public static RuleTestFile read(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        return RuleTestFileReader.read(path.toString(), folder == null ? path : folder, ConfigFile.read(path));
    }

    /**
     * Reads a text that stands for a file.
     *
     * @throws io.dawsos.observatory.config.ConfigException when it is no file of rule tests
     */
    public static RuleTestFile parse(String fileName, Path folder, String text) {
        return RuleTestFileReader.read(fileName, folder, ConfigFile.parse(fileName, text));
    }
}
