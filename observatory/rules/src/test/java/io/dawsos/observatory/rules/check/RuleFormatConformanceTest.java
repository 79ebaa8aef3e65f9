package io.dawsos.observatory.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.rules.RuleDialect;
import io.dawsos.observatory.rules.RuleFile;
import io.dawsos.observatory.rules.RuleGroup;
import io.dawsos.telemetry.testing.ConformanceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The alert rules of others, checked and laid out: the files say the same afterwards, and stay as they are. */
class RuleFormatConformanceTest {

    @Test
    void alertRules_allFiles_areLaidOutAndSayTheSame() throws IOException {
        for (Path path : ConformanceFiles.files("alert-rules", ".yml", ".yaml")) {
            String name = path.toString();
            String text = Files.readString(path);
            RuleCheckReport report = new RuleCheck(RuleDialect.STABLE).check(path);
            String formatted = RuleFormat.format(name, text).text();
            List<RuleGroup> before = RuleFile.parse(name, text).groups();
            List<RuleGroup> after = RuleFile.parse(name, formatted).groups();

            System.out.println("alert-rules/" + Objects.requireNonNull(path.getFileName()) + ": " + report.rules()
                    + " rules, " + report.warnings().size() + " warnings, "
                    + (formatted.equals(text) ? "laid out already" : "laid out"));
            assertThat(report.problem()).isEmpty();
            assertThat(after).hasSameSizeAs(before);
            for (int i = 0; i < before.size(); i++) {
                assertThat(after.get(i).sameAs(before.get(i))).as(name).isTrue();
            }
            assertThat(RuleFormat.format(name, formatted).text()).isEqualTo(formatted);
        }
    }
}
