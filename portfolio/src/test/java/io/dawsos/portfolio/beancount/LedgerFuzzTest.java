package io.dawsos.portfolio.beancount;

import io.dawsos.telemetry.testing.Fuzzing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link LedgerFuzzTarget} from the sample ledger on. */
class LedgerFuzzTest {

    private static final List<String> WORDS = List.of(
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

    @TempDir
    private Path temporary;

    @Test
    void reader_thousandsOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().inputs(6000, corpus());
    }

    @Test
    @Tag("long")
    void reader_tenMinutesOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().minutes(10, corpus());
    }

    /** Each file of the sample ledger. */
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

    private Fuzzing fuzzing() {
        return new Fuzzing(LedgerFuzzTarget.class, "io.dawsos.portfolio.beancount.**", temporary, WORDS);
    }
}
