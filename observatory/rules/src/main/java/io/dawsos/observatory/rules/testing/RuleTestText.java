package io.dawsos.observatory.rules.testing;

import java.util.ArrayList;
import java.util.List;

/** Reports of test files as text, for a terminal or a build's log. */
public final class RuleTestText {
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String PLAIN = "\u001b[0m";

    private final boolean strict;
    private final boolean whole;

    /**
     * @param strict whether warnings are failures
     * @param whole whether a diff has colours, and the lines that agree
     */
    public RuleTestText(boolean strict, boolean whole) {
        this.strict = strict;
        this.whole = whole;
    }

    /** The lines that say what became of a file, the first of which names it. */
    public List<String> lines(RuleTestReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("Unit Testing:  " + report.file());
        if (!report.problem().isEmpty()) {
            lines.add("  FAILED:");
            lines.add("    " + report.problem());
            return lines;
        }
        lines.add(
                report.passed(strict)
                        ? "  SUCCESS: " + report.tests().size() + " "
                                + (report.tests().size() == 1 ? "test" : "tests")
                        : "  FAILED:");
        for (TestOutcome outcome : report.tests()) {
            outcome.failures().forEach(failure -> {
                lines.add("    " + report.file() + ":" + failure.line() + ": "
                        + outcome.test().title() + ": " + failure.message());
                lines.addAll(diff(failure));
            });
        }
        notes(report, lines);
        return lines;
    }

    private List<String> diff(CheckFailure failure) {
        return failure.diff().stream()
                .filter(line -> whole || line.side() != DiffLine.Side.BOTH || line.isHeading())
                .map(line -> "      " + coloured(line))
                .toList();
    }

    private String coloured(DiffLine line) {
        if (!whole) {
            return line.toString();
        }
        return switch (line.side()) {
            case BOTH -> line.toString();
            case EXPECTED -> RED + line + PLAIN;
            case GOT -> GREEN + line + PLAIN;
        };
    }

    private void notes(RuleTestReport report, List<String> lines) {
        String kind = strict ? "ERROR" : "WARNING";
        report.warnings()
                .forEach(warning -> lines.add(
                        "  " + kind + ": " + report.file() + ":" + warning.line() + ": " + warning.message()));
        for (TestOutcome outcome : report.tests()) {
            String title = outcome.test().title() + ": ";
            outcome.warnings()
                    .forEach(warning -> lines.add("  " + kind + ": " + report.file() + ":" + warning.line() + ": "
                            + title + warning.message()));
            outcome.unmentioned()
                    .forEach(alert -> lines.add(
                            "  NOTE: " + report.file() + ":" + outcome.test().line() + ": " + title + alert.text()));
        }
    }
}
