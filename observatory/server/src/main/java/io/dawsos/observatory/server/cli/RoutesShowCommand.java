package io.dawsos.observatory.server.cli;

import io.dawsos.observatory.alertmanager.route.Route;
import io.dawsos.observatory.alertmanager.route.RouteTree;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code observatory routes show}: the tree of routes, as {@code amtool config routes show} draws it. */
@Command(name = "show", description = "Draws the tree of routes.", mixinStandardHelpOptions = true)
final class RoutesShowCommand implements Callable<Integer> {
    @Mixin
    private RoutesFile file = new RoutesFile();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        out.println("Routing tree:");
        out.println(RouteTree.all(Route.of(file.read(command).route())));
        out.flush();
        return 0;
    }
}
