package io.dawsos.portfolio.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a PostgreSQL that outlived a service that was killed. The caller holds the data folder, so no living service
 * uses it.
 */
final class LeftBehind {

    private static final Logger log = LoggerFactory.getLogger(LeftBehind.class);
    private static final long LIMIT_SECONDS = 20;

    private LeftBehind() {}

    static void stop(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        ProcessHandle left =
                ProcessHandle.of(pid(pidFile)).filter(LeftBehind::isPostgres).orElse(null);
        if (left != null) {
            log.atWarn()
                    .addKeyValue("pid", left.pid())
                    .log("stopping the PostgreSQL that a killed service left behind");
            end(left);
        }
        // Its process is gone, or another program has its number by now: PostgreSQL would wait for that one.
        Files.deleteIfExists(pidFile);
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
