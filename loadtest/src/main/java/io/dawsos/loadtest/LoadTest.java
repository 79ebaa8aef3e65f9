package io.dawsos.loadtest;

import io.gatling.app.Gatling$;
import java.io.IOException;
import java.nio.file.Files;

/**
 * Makes the load and prints Gatling's summary and where its report is. Exit codes: 0 done, 1 a setting is wrong, 2 an
 * objective was missed.
 */
public final class LoadTest {

    private LoadTest() {}

    public static void main(String[] args) throws IOException {
        System.exit(run());
    }

    static int run() throws IOException {
        LoadSettings settings;
        try {
            settings = LoadSettings.current();
        } catch (IllegalArgumentException wrong) {
            System.err.println("dawsos: " + wrong.getMessage());
            return 1;
        }
        Files.createDirectories(settings.results());
        return Gatling$.MODULE$.fromArgs(new String[] {
            "--simulation", ValuationSimulation.class.getName(),
            "--results-folder", settings.results().toString()
        });
    }
}
