package io.dawsos.observatory.server.cli;

import io.dawsos.observatory.rules.check.RuleCheck;
import io.dawsos.observatory.rules.check.RuleCheckReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code observatory rules check}: whether rule files load, as {@code promtool check rules} says it, and what is likely to be
 * wrong in them. 0 when all load, 1 when one does not, 3 when they do but what was found shall fail.
 */
@Command(
        name = "check",
        description = "Says whether rule files load, and what is likely to be wrong in them.",
        mixinStandardHelpOptions = true)
final class RulesCheckCommand implements Callable<Integer> {
    private static final int LINT_FAILED = 3;
    private static final int MOST_BYTES = 16 << 20;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Rule files; the standard input when there are none.")
    private List<Path> files = List.of();

    @Option(
            names = "--lint",
            split = ",",
            paramLabel = "LINT",
            description = "What to look for besides: ${COMPLETION-CANDIDATES}; duplicate-rules unless said.")
    private Set<Lint> lint = EnumSet.of(Lint.DUPLICATE_RULES);

    @Option(names = "--lint-fatal", description = "Ends with code 3 when there are duplicate rules.")
    private boolean lintFatal;

    @Option(names = "--strict", description = "Ends with code 3 when there is any warning.")
    private boolean strict;

    @Mixin
    private RuleFileOptions ruleFiles = new RuleFileOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = RuleFileOptions.required(spec);
        PrintWriter out = command.commandLine().getOut();
        List<RuleCheckReport> reports = reports(new RuleCheck(ruleFiles.dialect(command)));
        reports.forEach(report -> print(report, out));
        out.flush();
        if (!reports.stream().allMatch(RuleCheckReport::loads)) {
            return 1;
        }
        return reports.stream().anyMatch(this::fails) ? LINT_FAILED : 0;
    }

    private List<RuleCheckReport> reports(RuleCheck check) throws IOException {
        List<RuleCheckReport> reports = new ArrayList<>();
        if (files.isEmpty()) {
            byte[] input = System.in.readNBytes(MOST_BYTES + 1);
            reports.add(check.check("standard input", new String(input, StandardCharsets.UTF_8)));
        }
        files.forEach(file -> reports.add(check.check(file)));
        return reports;
    }

    private boolean fails(RuleCheckReport report) {
        boolean duplicates = looksForDuplicates() && !report.duplicates().isEmpty();
        boolean warnings = !lint.contains(Lint.NONE) && !report.warnings().isEmpty();
        return (lintFatal && duplicates) || (strict && (duplicates || warnings));
    }

    private boolean looksForDuplicates() {
        return lint.contains(Lint.ALL) || lint.contains(Lint.DUPLICATE_RULES);
    }

    private void print(RuleCheckReport report, PrintWriter out) {
        out.println("Checking " + report.file());
        if (!report.loads()) {
            out.println("  FAILED:");
            out.println("    " + report.problem());
        } else if (looksForDuplicates() && !report.duplicates().isEmpty()) {
            out.println("  FAILED:");
            out.println("    lint error: " + report.duplicates().size() + " duplicate rule(s) found.");
            report.duplicates()
                    .forEach(rule -> out.println("    " + report.file() + ":" + rule.line() + ": " + rule.message()));
        } else {
            out.println("  SUCCESS: " + report.rules() + " rules found");
        }
        if (!lint.contains(Lint.NONE)) {
            report.warnings()
                    .forEach(warning -> out.println(
                            "  WARNING: " + report.file() + ":" + warning.line() + ": " + warning.message()));
        }
        out.println();
    }
}
