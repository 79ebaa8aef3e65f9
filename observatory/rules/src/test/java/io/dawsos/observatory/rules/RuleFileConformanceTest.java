package io.dawsos.observatory.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.config.ConfigException;
import io.dawsos.telemetry.testing.ConformanceFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rule files of others: good ones load, bad ones are refused with their place. */
class RuleFileConformanceTest {
    @Test
    void rulefmt_everyFile_loadsOrIsRefusedAsItsNameSays() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : ConformanceFiles.files("rulefmt", ".yml", ".yaml")) {
            String name = String.valueOf(file.getFileName());
            String problem = problem(file, name);
            boolean refused = !problem.isEmpty();
            boolean good = refused == name.contains(".bad.") && (!refused || problem.matches("(?s).*\\.yaml:\\d+: .+"));
            System.out.println("rulefmt/" + name + ": " + (good ? "1 passed, 0 failed" : "0 passed, 1 failed"));
            if (!good) {
                wrong.add(name + ": " + (refused ? problem : "loads"));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String problem(Path file, String name) {
        NameValidation names = name.startsWith("legacy_") ? NameValidation.LEGACY : NameValidation.UTF8;
        try {
            RuleFile.read(file, new RuleDialect(names, Set.of()));
            return "";
        } catch (ConfigException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void alertRules_everyFile_loads() throws IOException {
        int rules = 0;
        List<String> wrong = new ArrayList<>();
        List<Path> files = ConformanceFiles.files("alert-rules", ".yml", ".yaml");
        for (Path file : files) {
            String problem = problem(file, "");
            if (problem.isEmpty()) {
                int loaded = RuleFile.read(file).groups().stream()
                        .mapToInt(group -> group.rules().size())
                        .sum();
                System.out.println("alert-rules/" + file.getFileName() + ": " + loaded + " passed, 0 failed");
                rules += loaded;
            } else {
                wrong.add(problem);
            }
        }
        System.out.println("alert-rules: " + rules + " rules of " + files.size() + " files load");
        assertThat(wrong).isEmpty();
        assertThat(rules).isPositive();
    }
}
