package io.dawsos.portfolio.beancount;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeLedgerTest {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final int LINES_EACH = 4;

    @TempDir
    private Path temporary;

    @Test
    void ledger_ofAHundredThousandLines_isReadWhole() throws Exception {
        readAndCheck(100_000 / LINES_EACH);
    }

    @Test
    @Tag("long")
    void ledger_ofAMillionLines_isReadWhole() throws Exception {
        readAndCheck(1_000_000 / LINES_EACH);
    }

    /** Every third trade sells what the two before bought: what is left at the end is known. */
    private void readAndCheck(int trades) throws Exception {
        int whole = trades - trades % 3;
        Ledger ledger = new LedgerReader().read(written(whole));

        Books books = Books.of(ledger, LocalDate.of(2100, 1, 1));

        assertThat(ledger.directives()).hasSize(whole + 3);
        assertThat(books.positions())
                .extracting(
                        position -> position.account() + " " + position.units().toPlainString())
                .containsExactly("Assets:Cash " + whole / 3 + ".00", "Income:Gains -" + whole / 3 + ".00");
    }

    private Path written(int trades) throws IOException {
        Path file = temporary.resolve("main.beancount");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("2000-01-01 open Assets:Fund \"FIFO\"\n2000-01-01 open Assets:Cash\n");
            out.write("2000-01-01 open Income:Gains\n");
            for (int n = 0; n < trades; n++) {
                LocalDate date = FIRST.plusDays(n / 30);
                out.write(n % 3 < 2 ? buy(date, n) : sell(date, n));
            }
        }
        return file;
    }

    private static String buy(LocalDate date, int n) {
        String price = "%d.50".formatted(10 + n % 3);
        return "%s * \"Buys\"%n  Assets:Fund  1 S%d {%s USD}%n  Assets:Cash  -%s USD%n%n"
                .formatted(date, n / 3 % 500, price, price);
    }

    private static String sell(LocalDate date, int n) {
        return "%s * \"Sells\"%n  Assets:Fund  -2 S%d {} @ 11.50 USD%n  Assets:Cash  23.00 USD%n  Income:Gains  -1.00 USD%n"
                .formatted(date, n / 3 % 500);
    }
}
