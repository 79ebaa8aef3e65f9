package io.dawsos.observatory.rules.check;

import java.util.List;

/**
 * What is to be said of a rule file.
 *
 * @param problem why Prometheus would not load it; empty when it would
 * @param rules how many there are
 * @param duplicates rules that write the same series or raise the same alerts as one before
 * @param warnings what is likely to be wrong
 */
public record RuleCheckReport(
        String file, String problem, int rules, List<RuleWarning> duplicates, List<RuleWarning> warnings) {
    public RuleCheckReport {
        duplicates = List.copyOf(duplicates);
        warnings = List.copyOf(warnings);
    }

    static RuleCheckReport refused(String file, String problem) {
        return new RuleCheckReport(file, problem, 0, List.of(), List.of());
    }

    public boolean loads() {
        return problem.isEmpty();
    }
}
