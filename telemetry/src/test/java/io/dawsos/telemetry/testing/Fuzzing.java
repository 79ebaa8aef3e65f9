package io.dawsos.telemetry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Jazzer in a process of its own, whose memory is bounded, from files on towards whatever reaches more of the code. It
 * stops with an error at a crash, at an input that takes ten seconds, and when memory runs out.
 *
 * @param target has the {@code fuzzerTestOneInput}
 * @param instrumented classes that it shall reach more of, as {@code io.dawsos.example.**}
 * @param folder for its files
 * @param words of the language, which it puts together; none for binary data
 */
public record Fuzzing(Class<?> target, String instrumented, Path folder, List<String> words) {

    private static final int FOUND = 77;

    /** A number of inputs, the same in every run. */
    public void inputs(int number, Path corpus) throws IOException, InterruptedException {
        run("-runs=" + number, corpus);
    }

    public void minutes(int minutes, Path corpus) throws IOException, InterruptedException {
        run("-max_total_time=" + 60 * minutes, corpus);
    }

    private void run(String length, Path corpus) throws IOException, InterruptedException {
        Path output = folder.resolve("jazzer.log");
        Process jazzer = new ProcessBuilder(command(length, corpus))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(jazzer.waitFor(15, TimeUnit.MINUTES)).as("Jazzer ended").isTrue();
        } finally {
            jazzer.destroyForcibly();
        }
        String told = Files.readString(output);
        assertThat(jazzer.exitValue()).as(told).isNotEqualTo(FOUND).isZero();
        assertThat(told).contains("Done ");
    }

    private List<String> command(String length, Path corpus) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=" + instrumented,
                "-timeout=10",
                "-max_len=4096",
                "-seed=20241124",
                length));
        if (!words.isEmpty()) {
            List<String> lines = words.stream().map(word -> "\"" + word + "\"").toList();
            command.add("-dict=" + Files.write(folder.resolve("words.dict"), lines));
        }
        command.add(corpus.toString());
        return command;
    }
}
