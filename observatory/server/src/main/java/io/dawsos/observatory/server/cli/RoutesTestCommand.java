package io.dawsos.observatory.server.cli;

import io.dawsos.observatory.alertmanager.matcher.MatcherException;
import io.dawsos.observatory.alertmanager.matcher.MatcherParser;
import io.dawsos.observatory.alertmanager.route.RouteDryRun;
import io.dawsos.observatory.alertmanager.route.RouteTree;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;
import io.dawsos.observatory.model.Matcher;
import java.io.PrintWriter;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code observatory routes test}: which receivers an alert would go to, as {@code amtool config routes test} says it; with a
 * time, which of them would be told then. 1 when they are others than was said.
 */
@Command(
        name = "test",
        description = "Says to which receivers an alert with the given labels goes.",
        mixinStandardHelpOptions = true)
final class RoutesTestCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "NAME=VALUE", description = "The labels of the alert.")
    private List<String> labels = List.of();

    @Option(names = "--tree", description = "Draws the part of the tree that the alert goes through.")
    private boolean tree;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description =
                    "A time such as 2026-11-24T03:00:00+01:00: receivers whose route is muted then, or not active,"
                            + " are left out, and it is said why.")
    private @Nullable OffsetDateTime time;

    @Option(
            names = "--verify.receivers",
            paramLabel = "RECEIVERS",
            description = "The receivers that are expected, by commas, in the order of the tree; none: \"\".")
    private @Nullable String expected;

    @Mixin
    private RoutesFile file = new RoutesFile();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        RouteDryRun dryRun = new RouteDryRun(file.read(command));
        Labels alert = alert(command);
        if (tree) {
            out.println("Matching routes:");
            out.println(RouteTree.matching(dryRun.root(), alert));
        }
        String receivers = time == null ? dryRun.receivers(alert) : told(dryRun, alert, time, out);
        out.println(receivers);
        boolean asExpected = expected == null || expected.equals(receivers);
        if (!asExpected) {
            out.println("WARNING: Expected receivers did not match resolved receivers: wanted \"" + expected
                    + "\", got \"" + receivers + "\".");
        }
        out.flush();
        return asExpected ? 0 : 1;
    }

    private static String told(RouteDryRun dryRun, Labels alert, OffsetDateTime time, PrintWriter out) {
        List<RouteDryRun.Outcome> outcomes = dryRun.at(alert, time.toInstant());
        for (RouteDryRun.Outcome outcome : outcomes) {
            if (!outcome.notifies()) {
                out.println(outcome.route().receiver() + " is not told at " + time + ": " + outcome.reason());
            }
        }
        return outcomes.stream()
                .filter(RouteDryRun.Outcome::notifies)
                .map(outcome -> outcome.route().receiver())
                .collect(Collectors.joining(","));
    }

    private Labels alert(CommandSpec command) {
        LabelsBuilder built = new LabelsBuilder();
        for (String label : labels) {
            try {
                Matcher matcher = MatcherParser.parseOne(label);
                if (matcher.type() != Matcher.Type.EQUAL) {
                    throw new ParameterException(
                            command.commandLine(), "a label is written name=value, got \"" + label + "\"");
                }
                built.set(matcher.name(), matcher.value());
            } catch (MatcherException e) {
                throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
            }
        }
        return built.build();
    }
}
