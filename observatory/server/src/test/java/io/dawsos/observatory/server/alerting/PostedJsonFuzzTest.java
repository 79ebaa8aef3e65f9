package io.dawsos.observatory.server.alerting;

import io.dawsos.telemetry.testing.Fuzzing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link PostedJsonFuzzTarget} from sample bodies on. */
class PostedJsonFuzzTest {
    private static final List<String> SAMPLES = List.of(
            "[{\"labels\":{\"alertname\":\"a\"},\"annotations\":{},\"startsAt\":\"2026-01-01T00:00:00Z\",\"generatorURL\":\"\"}]",
            "{\"matchers\":[{\"name\":\"a\",\"value\":\"b.*\",\"isRegex\":true,\"isEqual\":false}],"
                    + "\"startsAt\":\"2026-01-01T00:00:00Z\",\"endsAt\":\"2026-01-02T00:00:00+01:00\",\"createdBy\":\"me\"}",
            "filter=a%3D%22b%22&active=false&receiver=.*");

    private static final List<String> WORDS =
            List.of("labels", "annotations", "startsAt", "endsAt", "matchers", "isRegex", "isEqual", "filter=", "%22");

    @TempDir
    private Path temporary;

    @Test
    void reader_thousandsOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().inputs(1000, corpus());
    }

    @Test
    @Tag("long")
    void reader_tenMinutesOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().minutes(10, corpus());
    }

    private Fuzzing fuzzing() {
        return new Fuzzing(PostedJsonFuzzTarget.class, "io.dawsos.observatory.server.**", temporary, WORDS);
    }

    private Path corpus() throws IOException {
        Path corpus = Files.createDirectories(temporary.resolve("corpus"));
        for (int i = 0; i < SAMPLES.size(); i++) {
            Files.writeString(corpus.resolve("body" + i), SAMPLES.get(i));
        }
        return corpus;
    }
}
