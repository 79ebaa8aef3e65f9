package io.dawsos.observatory.server.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code observatory rules}: what one does with rule files besides serving them. */
@Command(
        name = "rules",
        description = "Checks, tests and lays out rule files.",
        mixinStandardHelpOptions = true,
        subcommands = {RulesCheckCommand.class, RulesTestCommand.class, RulesFormatCommand.class})
public final class RulesCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "rules wants one of check, test and format");
        }
    }
}
