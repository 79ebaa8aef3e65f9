package io.dawsos.portfolio.beancount;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jazzer in a process of its own, whose memory is bounded, on {@link LedgerFuzzTarget}: from the sample ledger on, towards
 * whatever reaches more of the reader. It stops with an error at a crash, at an input that takes ten seconds, and when
 * memory runs out.
 */
class LedgerFuzzTest {

    private static final int FOUND = 77;

    @TempDir
    private Path temporary;

    @Test
    void reader_thousandsOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzz("-runs=6000");
    }

    @Test
    @Tag("long")
    void reader_tenMinutesOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzz("-max_total_time=600");
    }

    private void fuzz(String length) throws Exception {
        Path corpus = corpus();
        Path output = temporary.resolve("jazzer.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + LedgerFuzzTarget.class.getName(),
                "--instrumentation_includes=io.dawsos.portfolio.beancount.**",
                "-timeout=10",
                "-max_len=4096",
                "-seed=20241124",
                "-dict=" + dictionary(),
                length,
                corpus.toString()));
        Process jazzer = new ProcessBuilder(command)
                .directory(temporary.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(jazzer.waitFor(15, TimeUnit.MINUTES)).as("Jazzer ended").isTrue();
        } finally {
            jazzer.destroyForcibly();
        }
        String told = Files.readString(output);
        assertThat(jazzer.exitValue()).as(told).isNotEqualTo(FOUND).isZero();
        assertThat(told).contains("Done ");
    }

    /** Each file of the sample ledger, and the words of the language as Jazzer wants them. */
    private Path corpus() throws IOException {
        Path corpus = Files.createDirectories(temporary.resolve("corpus"));
        Path sample = Path.of(Objects.requireNonNull(LedgerFuzzTest.class.getResource("/ledger/main.beancount"))
                        .getPath())
                .resolveSibling("");
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Files.copy(file, corpus.resolve(String.valueOf(file.getFileName())));
            }
        }
        return corpus;
    }

    private Path dictionary() throws IOException {
        List<String> words = List.of(
                "open",
                "close",
                "balance",
                "price",
                "txn",
                "option",
                "include",
                "2024-01-02",
                "Assets:A",
                "USD",
                "{",
                "}",
                "{{",
                "}}",
                "@@",
                "~",
                "\\x0a  ",
                "#tag",
                "^link",
                "key:",
                "TRUE",
                "1,000.00",
                "*",
                "FIFO");
        List<String> lines = words.stream().map(word -> "\"" + word + "\"").toList();
        return Files.write(temporary.resolve("words.dict"), lines);
    }
}
