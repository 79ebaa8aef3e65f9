package io.dawsos.observatory.server.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code observatory routes}: where alertmanager.yml sends alerts. */
@Command(
        name = "routes",
        description = "Shows the routes of alertmanager.yml, where an alert would go, and whether the file is good.",
        mixinStandardHelpOptions = true,
        subcommands = {RoutesShowCommand.class, RoutesTestCommand.class, RoutesCheckCommand.class})
public final class RoutesCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "routes wants one of show, test and check");
        }
    }
}
