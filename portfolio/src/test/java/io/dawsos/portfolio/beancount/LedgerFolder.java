package io.dawsos.portfolio.beancount;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A ledger that a test writes. */
record LedgerFolder(Path folder) {

    static LedgerFolder in(Path temporary) {
        return new LedgerFolder(temporary.resolve("ledger"));
    }

    LedgerFolder with(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LedgerFolder main(String text) {
        return with("main.beancount", text);
    }

    Path main() {
        return folder.resolve("main.beancount");
    }

    Ledger read() throws LedgerException, IOException {
        return new LedgerReader().read(main());
    }

    Books books(String day) throws LedgerException, IOException {
        return Books.of(read(), LocalDate.parse(day));
    }

    /** Each as {@code place: message}; empty for a ledger in order. */
    List<String> errors() throws IOException {
        try {
            books("2030-01-01");
            return List.of();
        } catch (LedgerException e) {
            return e.errors().stream().map(LedgerError::toString).toList();
        }
    }
}
