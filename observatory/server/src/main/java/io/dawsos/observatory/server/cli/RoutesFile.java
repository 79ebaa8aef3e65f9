package io.dawsos.observatory.server.cli;

import io.dawsos.observatory.alertmanager.config.AlertmanagerConfig;
import io.dawsos.observatory.config.ConfigException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The file that a command about routes reads. */
final class RoutesFile {
    @Option(
            names = "--config.file",
            paramLabel = "FILE",
            defaultValue = "alertmanager.yml",
            description = "The configuration of Alertmanager; ${DEFAULT-VALUE} unless said.")
    private Path file = Path.of("alertmanager.yml");

    /** @throws ParameterException when it cannot be read or is no good configuration */
    AlertmanagerConfig read(CommandSpec command) {
        try {
            return AlertmanagerConfig.read(file);
        } catch (ConfigException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (NoSuchFileException e) {
            throw new ParameterException(
                    command.commandLine(), "there is no file " + file + "; name yours with --config.file", e);
        } catch (IOException e) {
            throw new ParameterException(command.commandLine(), file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
