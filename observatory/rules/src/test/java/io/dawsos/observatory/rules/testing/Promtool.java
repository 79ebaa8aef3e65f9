package io.dawsos.observatory.rules.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The real promtool, where it is installed. */
public final class Promtool {
    private Promtool() {}

    /** What it said. */
    public record Answer(int exitCode, String output) {
        public boolean passed() {
            return exitCode == 0;
        }

        /** Whether it knows all fields of the file. */
        public boolean understood() {
            return !output.contains(" not found in type ");
        }
    }

    public static boolean isInstalled() {
        return Pattern.compile(":")
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
    }

    /** Runs it in a folder. */
    public static Answer run(@Nullable Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder == null ? null : folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }
}
