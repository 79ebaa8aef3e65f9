package io.dawsos.portfolio.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database folder whose making was cut off, by a kill or a full disk: PostgreSQL would not start on it, ever. A folder
 * is marked when PostgreSQL first ran on it; one without the mark has never held data.
 */
final class HalfMade {

    private static final Logger log = LoggerFactory.getLogger(HalfMade.class);
    private static final String MARK = "dawsos.made";

    private HalfMade() {}

    /** Moves it aside rather than away: it is not ours to say that nobody wants it. */
    static void moveAside(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.exists(folder.resolve(MARK))) {
            Path aside =
                    folder.resolveSibling("postgres.half-made." + Instant.now().getEpochSecond());
            Files.move(folder, aside);
            log.atWarn().addKeyValue("moved_to", aside.toString()).log("the database folder was only half made");
        }
    }

    static void made(Path folder) throws IOException {
        Path mark = folder.resolve(MARK);
        if (!Files.exists(mark)) {
            Files.createFile(mark);
        }
    }
}
