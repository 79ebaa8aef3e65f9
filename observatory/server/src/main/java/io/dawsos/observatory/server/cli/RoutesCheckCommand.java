package io.dawsos.observatory.server.cli;

import io.dawsos.observatory.alertmanager.config.AlertmanagerConfig;
import io.dawsos.observatory.config.ConfigException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code observatory routes check}: whether files are good configurations of Alertmanager, as {@code amtool check-config}
 * says it, and what of them this program cannot run. 1 when one is not, or cannot be run.
 */
@Command(
        name = "check",
        description = "Says whether alertmanager.yml is good, and whether this program can run it.",
        mixinStandardHelpOptions = true)
final class RoutesCheckCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Configurations of Alertmanager.")
    private List<Path> files = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        boolean good = true;
        for (Path file : files) {
            good &= check(file, out);
        }
        out.flush();
        return good ? 0 : 1;
    }

    private static boolean check(Path file, PrintWriter out) {
        out.print("Checking '" + file + "'");
        AlertmanagerConfig config;
        try {
            config = AlertmanagerConfig.read(file);
        } catch (ConfigException | IOException e) {
            out.println("  FAILED: " + e.getMessage());
            out.println();
            return false;
        }
        List<ConfigException> unsupported = config.unsupported();
        out.println(unsupported.isEmpty() ? "  SUCCESS" : "  FAILED: a good file, but it cannot be run here:");
        unsupported.forEach(problem -> out.println("    " + problem.getMessage()));
        config.warnings().forEach(warning -> out.println("  WARNING: " + warning));
        print(config, out);
        return unsupported.isEmpty();
    }

    private static void print(AlertmanagerConfig config, PrintWriter out) {
        out.println("Found:");
        out.println(" - global config");
        out.println(" - route");
        out.println(" - " + config.inhibitRules().size() + " inhibit rules");
        out.println(" - " + config.receivers().size() + " receivers");
        out.println(" - " + config.templates().size() + " templates");
        out.println();
    }
}
