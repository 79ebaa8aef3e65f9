package io.dawsos.observatory.server.cli;

import io.dawsos.observatory.rules.testing.JUnitXml;
import io.dawsos.observatory.rules.testing.RuleTestOptions;
import io.dawsos.observatory.rules.testing.RuleTestReport;
import io.dawsos.observatory.rules.testing.RuleTestRunner;
import io.dawsos.observatory.rules.testing.RuleTestText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code observatory rules test}: runs the files of {@code promtool test rules}; 0 when all pass, else 1. */
@Command(
        name = "test",
        description = "Runs tests of rules, in the files of promtool test rules.",
        mixinStandardHelpOptions = true)
final class RulesTestCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of tests.")
    private List<Path> files = List.of();

    @Option(
            names = "--run",
            paramLabel = "REGEX",
            description = "Runs only tests whose name has a part that matches; may be given more than once.")
    private List<Pattern> run = List.of();

    @Option(names = "--junit", paramLabel = "FILE", description = "Writes a report there as JUnit's XML.")
    private @Nullable Path junit;

    @Option(names = "--strict", description = "Fails tests that assert nothing, and whatever else is warned of.")
    private boolean strict;

    @Option(names = "--diff", description = "Shows differences in colours, with what agrees around them.")
    private boolean diff;

    @Mixin
    private RuleFileOptions ruleFiles = new RuleFileOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, XMLStreamException {
        CommandSpec command = RuleFileOptions.required(spec);
        PrintWriter out = command.commandLine().getOut();
        RuleTestRunner runner = new RuleTestRunner(
                new RuleTestOptions(any(run), ruleFiles.ignoreUnknownFields(), ruleFiles.features(command)));
        RuleTestText text = new RuleTestText(strict, diff);
        List<RuleTestReport> reports = new ArrayList<>();
        for (Path file : files) {
            RuleTestReport report = runner.run(file);
            reports.add(report);
            text.lines(report).forEach(out::println);
            out.println();
        }
        out.flush();
        if (junit != null) {
            write(reports, junit);
        }
        return reports.stream().allMatch(report -> report.passed(strict)) ? 0 : 1;
    }

    private static Pattern any(List<Pattern> patterns) {
        return Pattern.compile(String.join(
                "|", patterns.stream().map(each -> "(?:" + each + ")").toList()));
    }

    private void write(List<RuleTestReport> reports, Path file) throws IOException, XMLStreamException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            new JUnitXml(strict).write(reports, writer);
        }
    }
}
