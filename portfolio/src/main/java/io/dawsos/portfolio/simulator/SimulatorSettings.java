package io.dawsos.portfolio.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * The simulator's settings.
 *
 * @param port {@code DAWSOS_SIMULATOR_PORT}
 * @param lastDay the demo's last day, from which on the market is simulated: {@code DAWSOS_SIMULATOR_LAST_DAY}, else the
 *     day of the first start, kept in the data folder, on which the service has loaded the demo, too
 */
record SimulatorSettings(int port, LocalDate lastDay) {

    private static final int PORT = 8081;

    /** @throws IllegalArgumentException naming the variable or file, what was wanted and what came */
    static SimulatorSettings from(Map<String, String> environment) throws IOException {
        String port = value(environment, "DAWSOS_SIMULATOR_PORT").orElse(Integer.toString(PORT));
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException(
                    "DAWSOS_SIMULATOR_PORT: wanted a number from 0 to 65535, got \"%s\"".formatted(port));
        }
        Optional<String> lastDay = value(environment, "DAWSOS_SIMULATOR_LAST_DAY");
        return new SimulatorSettings(
                Integer.parseInt(port),
                lastDay.isPresent() ? day("DAWSOS_SIMULATOR_LAST_DAY", lastDay.get()) : keptDay(environment));
    }

    private static LocalDate keptDay(Map<String, String> environment) throws IOException {
        Path file = Path.of(value(environment, "DAWSOS_DATA").orElse(".dawsos")).resolve("market-day");
        if (Files.exists(file)) {
            return day(file.toString(), Files.readString(file).strip());
        }
        ZoneId zone = value(environment, "DAWSOS_ZONE").map(ZoneId::of).orElse(ZoneId.systemDefault());
        LocalDate today = LocalDate.now(zone);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, today + "\n");
        return today;
    }

    private static LocalDate day(String where, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "%s: wanted a day such as 2026-03-02, got \"%s\"".formatted(where, text), e);
        }
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(String::strip);
    }
}
