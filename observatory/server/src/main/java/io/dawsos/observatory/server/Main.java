package io.dawsos.observatory.server;

import io.dawsos.observatory.server.cli.EnvironmentDefaults;
import io.dawsos.observatory.server.cli.PagesCommand;
import io.dawsos.observatory.server.cli.RoutesCommand;
import io.dawsos.observatory.server.cli.RulesCommand;
import io.dawsos.observatory.server.cli.ServeCommand;
import java.util.Arrays;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: {@code serve}, which need not be said, and the commands that look at files. */
@Command(
        name = "observatory",
        description = "Takes metrics, answers PromQL, evaluates rules and tells people, in one process.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {ServeCommand.class, PagesCommand.class, RulesCommand.class, RoutesCommand.class})
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    /** Runs a command to its end, and gives its exit code. */
    static int run(String... arguments) {
        return new CommandLine(new Main())
                .setDefaultValueProvider(new EnvironmentDefaults(System.getenv()))
                .execute(withCommand(arguments));
    }

    private static String[] withCommand(String... arguments) {
        boolean named = arguments.length > 0
                && (!arguments[0].startsWith("-")
                        || Arrays.asList("--help", "-h", "--version", "-V").contains(arguments[0]));
        return named
                ? arguments
                : Stream.concat(Stream.of("serve"), Stream.of(arguments)).toArray(String[]::new);
    }
}
