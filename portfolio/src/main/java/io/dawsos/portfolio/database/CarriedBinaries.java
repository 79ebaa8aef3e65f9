package io.dawsos.portfolio.database;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** The PostgreSQL binaries in the jar. The library's own resolver asks a shell for the Linux distribution first. */
final class CarriedBinaries {

    private CarriedBinaries() {}

    static InputStream open(String system, String machine) throws IOException {
        String name = "/postgres-%s-%s.txz".formatted(system, normal(machine)).toLowerCase(Locale.ROOT);
        InputStream found = CarriedBinaries.class.getResourceAsStream(name);
        if (found == null) {
            throw new FileNotFoundException(
                    "this build carries no PostgreSQL for %s on %s; build on such a machine, or set DATABASE_URL"
                            .formatted(system, machine));
        }
        return found;
    }

    private static String normal(String machine) {
        return switch (machine) {
            case "aarch64" -> "arm_64";
            case "amd64" -> "x86_64";
            default -> machine;
        };
    }
}
