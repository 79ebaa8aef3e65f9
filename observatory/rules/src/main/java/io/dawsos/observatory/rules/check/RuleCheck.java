package io.dawsos.observatory.rules.check;

import io.dawsos.observatory.config.ConfigException;
import io.dawsos.observatory.rules.AlertingRule;
import io.dawsos.observatory.rules.Rule;
import io.dawsos.observatory.rules.RuleDialect;
import io.dawsos.observatory.rules.RuleFile;
import io.dawsos.observatory.rules.RuleGroup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks a rule file over. */
public final class RuleCheck {
    private final RuleDialect dialect;

    public RuleCheck(RuleDialect dialect) {
        this.dialect = dialect;
    }

    /** Looks a file over; that it cannot be read is in the report. */
    public RuleCheckReport check(Path file) {
        try {
            return report(file.toString(), RuleFile.read(file, dialect));
        } catch (ConfigException e) {
            return RuleCheckReport.refused(file.toString(), String.valueOf(e.getMessage()));
        }
    }

    /** Looks a text over that stands for a file. */
    public RuleCheckReport check(String fileName, String text) {
        try {
            return report(fileName, RuleFile.parse(fileName, text, dialect));
        } catch (ConfigException e) {
            return RuleCheckReport.refused(fileName, String.valueOf(e.getMessage()));
        }
    }

    private static RuleCheckReport report(String fileName, RuleFile file) {
        int rules =
                file.groups().stream().mapToInt(group -> group.rules().size()).sum();
        List<RuleWarning> warnings = new ArrayList<>();
        for (RuleGroup group : file.groups()) {
            for (Rule rule : group.rules()) {
                messages(rule)
                        .forEach(message -> warnings.add(new RuleWarning(rule.line(), rule.name() + ": " + message)));
            }
        }
        return new RuleCheckReport(fileName, "", rules, DuplicateRules.in(file.groups()), warnings);
    }

    private static List<String> messages(Rule rule) {
        List<String> messages = new ArrayList<>(WrongKind.of(rule.parsed()).toList());
        if (rule instanceof AlertingRule alerting) {
            MissingCondition.of(alerting.parsed()).ifPresent(messages::add);
            messages.addAll(MissingLabels.of(alerting.parsed(), templates(alerting)));
        }
        return messages;
    }

    private static Map<String, String> templates(AlertingRule rule) {
        Map<String, String> templates = new LinkedHashMap<>();
        rule.labels().forEach((name, text) -> templates.put("label " + name, text));
        rule.annotations().forEach((name, text) -> templates.put("annotation " + name, text));
        return templates;
    }
}
