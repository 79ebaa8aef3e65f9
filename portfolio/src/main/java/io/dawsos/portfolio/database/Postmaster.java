package io.dawsos.portfolio.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of a PostgreSQL, by the file that it keeps in its folder. The caller holds the data folder. */
final class Postmaster {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    private static final long LIMIT_SECONDS = 20;

    private Postmaster() {}

    /** Empty where none has started, and where the one that did was killed. */
    static Optional<ProcessHandle> of(Path folder) throws IOException {
        Path file = file(folder);
        return Files.exists(file) ? ProcessHandle.of(pid(file)).filter(Postmaster::isPostgres) : Optional.empty();
    }

    /** Makes room for a new one: ends one that outlived a service that was killed. */
    static void clear(Path folder) throws IOException {
        Optional<ProcessHandle> left = of(folder);
        if (left.isPresent()) {
            log.atWarn()
                    .addKeyValue("pid", left.get().pid())
                    .log("stopping the PostgreSQL that a killed service left behind");
            end(left.get());
        }
        // Where nobody has its number, the file stays: by it PostgreSQL sees whether a query is still being run by a
        // process that has not noticed that its server was killed, and does not start beside that one. But where
        // another program has the number by now, PostgreSQL would wait for that program.
        Path file = file(folder);
        if (Files.exists(file) && ProcessHandle.of(pid(file)).isPresent()) {
            Files.delete(file);
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("postmaster.pid");
    }

    private static long pid(Path pidFile) throws IOException {
        String first = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        return first.matches("\\d{1,9}") ? Long.parseLong(first) : -1;
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
    }

    /** A polite signal means a smart shutdown, which waits for clients: the killed service's are gone already. */
    private static void end(ProcessHandle process) throws IOException {
        process.destroy();
        try {
            process.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("process %d of a PostgreSQL left behind does not end".formatted(process.pid()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
