package io.dawsos.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/** The folder of dated results. */
public record Results(Path folder) {

    /** Writes {@code YYYY-MM-DD-NAME.md}, over an earlier one of today, and prints it. */
    public void write(String name, String report) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(LocalDate.now(ZoneId.systemDefault()) + "-" + name + ".md");
        Files.writeString(file, report);
        System.out.println("\n" + report + "\nWritten to " + file);
    }
}
