package io.dawsos.observatory.rules.junit;

import io.dawsos.observatory.rules.testing.CheckFailure;
import io.dawsos.observatory.rules.testing.DiffLine;
import io.dawsos.observatory.rules.testing.TestOutcome;
import io.dawsos.observatory.rules.testing.TestWarning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Why a test failed, as a build's log shows it: each check with its place, and what differs. */
final class FailureText {
    private FailureText() {}

    static String of(Path file, TestOutcome outcome) {
        List<String> lines = new ArrayList<>();
        for (CheckFailure failure : outcome.failures()) {
            lines.add(file + ":" + failure.line() + ": " + failure.message());
            for (DiffLine line : failure.diff()) {
                lines.add("  " + line);
            }
        }
        for (TestWarning warning : outcome.warnings()) {
            lines.add(file + ":" + warning.line() + ": " + warning.message());
        }
        return String.join("\n", lines);
    }
}
