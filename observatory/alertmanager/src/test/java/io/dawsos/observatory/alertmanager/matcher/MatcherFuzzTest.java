package io.dawsos.observatory.alertmanager.matcher;

import io.dawsos.telemetry.testing.Fuzzing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link MatcherFuzzTarget} from sample matchers on. */
class MatcherFuzzTest {
    private static final List<String> SAMPLES = List.of(
            "{alertname=\"Watchdog\", severity=~\"warning|critical\",}",
            "foo = bar, dings != bums",
            "\"a b\"!~\"\\xf0\\x9f\\x99\\x82\\u00e9\\101\"",
            "foo=\"a\\\"b\\\\n\"",
            "foo=");

    private static final List<String> WORDS = List.of(
            "{", "}", ",", "=~", "!~", "!=", "=", "\\\"", "\\\\x41", "\\\\u00e9", "\\\\U0001f642", "\\\\n", "`");

    @TempDir
    private Path temporary;

    @Test
    void parser_thousandsOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().inputs(1500, corpus());
    }

    @Test
    @Tag("long")
    void parser_tenMinutesOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().minutes(10, corpus());
    }

    private Fuzzing fuzzing() {
        return new Fuzzing(MatcherFuzzTarget.class, "io.dawsos.observatory.alertmanager.matcher.**", temporary, WORDS);
    }

    private Path corpus() throws IOException {
        Path corpus = Files.createDirectories(temporary.resolve("corpus"));
        for (int i = 0; i < SAMPLES.size(); i++) {
            Files.writeString(corpus.resolve("matchers" + i), SAMPLES.get(i));
        }
        return corpus;
    }
}
