package io.dawsos.systemtest;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program that runs beside the test, and all that it has said. */
final class Program implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(90);

    private final List<String> command;
    private final Process process;
    private final Thread reader;
    private final StringBuilder output = new StringBuilder();
    private volatile boolean closing;

    private Program(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        this.command = command;
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        process = builder.start();
        // A virtual one would hold its carrier while it waits for a line: three quiet programs stopped all others.
        reader = Thread.ofPlatform().daemon().start(this::read);
    }

    static Program start(Path folder, Map<String, String> environment, String... command) throws IOException {
        return new Program(folder, environment, List.of(command));
    }

    /** Starts it and waits for its end. */
    static Program run(Path folder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        try (Program program = start(folder, environment, command)) {
            program.exitCode(Duration.ofMinutes(2));
            return program;
        }
    }

    String output() {
        synchronized (output) {
            return output.toString();
        }
    }

    long pid() {
        return process.pid();
    }

    void awaitOutput(String text, Duration within) {
        await("\"" + text + "\" from " + command).atMost(within).until(() -> {
            boolean running = process.isAlive();
            boolean said = output().contains(text);
            if (!running && !said) {
                throw new AssertionError("it ended before that; it said:\n" + output());
            }
            return said;
        });
    }

    /** As from a keyboard or a supervisor: {@code INT}, {@code TERM}. */
    void signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("kill -" + name + " " + process.pid() + " ended with " + code);
        }
    }

    int exitCode(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError(command + " did not end in " + within + "; it said:\n" + output());
        }
        reader.join(within);
        return process.exitValue();
    }

    /** Ends it if it still runs. */
    @Override
    public void close() throws IOException {
        closing = true;
        process.destroy();
        try {
            process.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IOException(command + " did not stop in " + STOP_LIMIT + "; it said:\n" + output(), e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (output) {
                    output.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            if (!closing) {
                throw new UncheckedIOException("cannot read what " + command + " says", e);
            }
        }
    }
}
