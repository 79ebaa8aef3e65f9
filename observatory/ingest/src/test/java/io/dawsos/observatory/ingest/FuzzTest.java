package io.dawsos.observatory.ingest;

import io.dawsos.observatory.ingest.exposition.ExpositionFuzzTarget;
import io.dawsos.observatory.ingest.otlp.OtlpFuzzTarget;
import io.dawsos.observatory.ingest.remote.QueueFuzzTarget;
import io.dawsos.observatory.ingest.remote.RemoteWriteFuzzTarget;
import io.dawsos.telemetry.testing.Fuzzing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The readers of what others send. */
class FuzzTest {
    private static final List<String> WORDS = List.of(
            "# HELP ",
            "# TYPE ",
            "# UNIT ",
            "# EOF",
            "histogram",
            "summary",
            "le=\\\"1\\\"",
            "{",
            "}",
            "# {",
            "_created",
            "NaN",
            "+Inf",
            "1e5",
            "\\\\n");

    @TempDir
    private Path temporary;

    @Test
    void exposition_thousandsOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing(ExpositionFuzzTarget.class, WORDS).inputs(1000, expositions());
    }

    @Test
    void remoteWrite_thousandsOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing(RemoteWriteFuzzTarget.class, List.of()).inputs(1000, messages());
    }

    @Test
    void otlp_thousandsOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing(OtlpFuzzTarget.class, List.of()).inputs(1000, OtlpFuzzTarget.corpus(temporary.resolve("corpus")));
    }

    @Test
    void queue_hundredsOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing(QueueFuzzTarget.class, List.of()).inputs(300, queues());
    }

    @Test
    @Tag("long")
    void exposition_tenMinutesOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing(ExpositionFuzzTarget.class, WORDS).minutes(10, expositions());
    }

    @Test
    @Tag("long")
    void remoteWrite_tenMinutesOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing(RemoteWriteFuzzTarget.class, List.of()).minutes(10, messages());
    }

    @Test
    @Tag("long")
    void otlp_tenMinutesOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing(OtlpFuzzTarget.class, List.of()).minutes(10, OtlpFuzzTarget.corpus(temporary.resolve("corpus")));
    }

    private Fuzzing fuzzing(Class<?> target, List<String> words) {
        return new Fuzzing(target, "io.dawsos.observatory.ingest.**", temporary, words);
    }

    private Path corpus() throws IOException {
        return Files.createDirectories(temporary.resolve("corpus"));
    }

    private Path expositions() throws IOException {
        Path corpus = corpus();
        byte[] text = """
                # HELP wait_seconds How long
                # TYPE wait_seconds histogram
                # UNIT wait_seconds seconds
                wait_seconds_bucket{le="1"} 2 # {trace_id="abc"} 0.5 1700000000.25
                {"wait_seconds_count","a"="b"} 3 12
                wait_seconds_created 3
                # EOF
                """.getBytes(StandardCharsets.UTF_8);
        for (int kind = 0; kind < 4; kind++) {
            Files.write(corpus.resolve("text" + kind), seed(kind, text));
        }
        Messages histogram = new Messages()
                .integer(1, 10)
                .message(3, new Messages().integer(1, 4).decimal(2, 1))
                .zigzag(5, 3)
                .span(12, -2, 2)
                .deltas(13, 1, 2)
                .decimal(14, 1);
        Files.write(
                corpus.resolve("protobuf"),
                seed(
                        4,
                        new Messages()
                                .text(1, "wait")
                                .integer(3, 4)
                                .message(4, new Messages().label(1, "a", "b").message(7, histogram))
                                .delimited()));
        return corpus;
    }

    private Path messages() throws IOException {
        Path corpus = corpus();
        Messages sample = new Messages().decimal(1, 2).integer(2, 5);
        Messages histogram =
                new Messages().integer(1, 5).span(11, 0, 2).deltas(12, 1, 1).decimal(16, 1);
        Messages v1 =
                new Messages().label(1, "__name__", "up").message(2, sample).message(4, histogram);
        Files.write(corpus.resolve("v1"), seed(0, new Messages().message(1, v1).bytes()));
        Messages v2 =
                new Messages().bytes(1, new byte[] {1, 2}).message(2, sample).message(3, histogram);
        Messages request = new Messages().text(4, "").text(4, "__name__").text(4, "up");
        Files.write(corpus.resolve("v2"), seed(1, request.message(5, v2).bytes()));
        Files.write(corpus.resolve("raw"), seed(2, new byte[] {5, 16, 1, 2, 3, 4, 5}));
        return corpus;
    }

    private Path queues() throws IOException {
        Path corpus = corpus();
        Files.write(corpus.resolve("queue"), QueueFuzzTarget.segment());
        return corpus;
    }

    private static byte[] seed(int kind, byte[] content) {
        byte[] seed = new byte[content.length + 1];
        seed[0] = (byte) kind;
        System.arraycopy(content, 0, seed, 1, content.length);
        return seed;
    }
}
