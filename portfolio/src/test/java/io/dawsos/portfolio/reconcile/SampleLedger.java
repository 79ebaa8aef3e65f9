package io.dawsos.portfolio.reconcile;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A copy of the sample ledger that a test may change. */
record SampleLedger(Path folder) implements LedgerFile {

    static SampleLedger copyTo(Path folder) throws IOException, URISyntaxException {
        Path original = Path.of(Objects.requireNonNull(SampleLedger.class.getResource("/ledger/main.beancount"))
                        .toURI())
                .resolveSibling("");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = folder.resolve(original.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy);
            }
        }
        return new SampleLedger(folder);
    }

    @Override
    public Path main(Map<UUID, Long> lastTrades) {
        return main();
    }

    Path main() {
        return folder.resolve("main.beancount");
    }

    /** @throws IllegalArgumentException when what is to be replaced is not there exactly once */
    void replace(String file, String text, String by) throws IOException {
        Path path = folder.resolve(file);
        String before = Files.readString(path);
        if (before.split(Pattern.quote(text), -1).length != 2) {
            throw new IllegalArgumentException("%s does not have \"%s\" once".formatted(file, text));
        }
        Files.writeString(path, before.replace(text, by));
    }

    /** Balances are assertions: a change that is to be found here must not be found there first. */
    void withoutBalances() throws IOException {
        Path main = main();
        Files.writeString(main, Files.readString(main).replaceAll("(?m)^\\S+ balance .*$", ""));
    }

    void append(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, Files.readString(path) + "\n" + text.replace("⏎", "\n") + "\n");
    }
}
