package io.dawsos.portfolio.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.portfolio.beancount.Books;
import io.dawsos.portfolio.beancount.LedgerReader;
import io.dawsos.portfolio.ledger.TradeAction;
import io.dawsos.telemetry.Telemetry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoLedgerTest {

    private static final String GROWTH = "portfolios/" + SampleDatabase.GROWTH + "/";

    @TempDir
    private Path temporary;

    private SampleDatabase database;
    private Path folder;
    private DemoLedger ledger;

    @BeforeEach
    void makeDatabase() {
        database = new SampleDatabase();
        folder = temporary.resolve("ledger");
        ledger = new DemoLedger(folder, new BookedTrades(database.sql()));
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private ReconciliationReport reconcile() {
        return database.reconciler(ledger, Telemetry.disabled()).reconcile(SampleDatabase.pack());
    }

    private Map<String, String> files() throws Exception {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        files.remove(".lock");
        return files;
    }

    @Test
    void ledger_ofNoTrades_isOneInOrder() throws Exception {
        assertThat(Books.of(new LedgerReader().read(ledger.main(Map.of())), LocalDate.EPOCH)
                        .positions())
                .isEmpty();
        assertThat(reconcile().differences()).isEmpty();
    }

    @Test
    void ledger_ofAllTrades_agrees() throws Exception {
        database.filled();

        ReconciliationReport report = reconcile();

        assertThat(report.differences()).isEmpty();
        assertThat(report.outcome()).isEqualTo(ReconciliationOutcome.AGREED);
        assertThat(files().get(GROWTH + "000000000006.beancount"))
                .startsWith("""
                        1900-01-01 open Assets:11111111-1111-4111-8111-111111111111:Cash
                          portfolio: "11111111-1111-4111-8111-111111111111"

                        1900-01-01 open Assets:11111111-1111-4111-8111-111111111111:Securities "FIFO"
                          portfolio: "11111111-1111-4111-8111-111111111111"

                        2024-01-15 * "buy AAPL"
                          trade: 1
                          Assets:11111111-1111-4111-8111-111111111111:Securities  10 AAPL {185.5 USD}
                          Assets:11111111-1111-4111-8111-111111111111:Cash  -1855 USD
                        """)
                .endsWith("""
                        2024-03-15 * "sell AAPL"
                          trade: 6
                          Assets:11111111-1111-4111-8111-111111111111:Securities  -12 AAPL {} @ 172.275 USD
                          Assets:11111111-1111-4111-8111-111111111111:Cash  2067.3 USD
                          Income:Gains  156.2 USD

                        """);
    }

    @Test
    void ledger_tradesLater_areAddedInFilesOfTheirOwn() throws Exception {
        database.filled();
        assertThat(reconcile().ok()).isTrue();
        Map<String, String> before = files();

        database.book(SampleDatabase.GROWTH, "2024-06-28", TradeAction.SELL, "AAPL", "1.5", "210.62");
        database.book(SampleDatabase.PENSION, "2024-06-28", TradeAction.BUY, "AAPL", "0.00000001", "0.00000001");
        database.book(SampleDatabase.GROWTH, "2024-06-28", TradeAction.BUY, "AAPL", "2", "210.62");

        assertThat(reconcile().differences()).isEmpty();
        Map<String, String> after = files();
        assertThat(after).containsAllEntriesOf(before).hasSize(before.size() + 2);
        assertThat(after).containsKey(GROWTH + "000000000010.beancount");
    }

    /** What had gone wrong: a trade booked while the ledger was read was a difference, and stopped the night's pack. */
    @Test
    void tradeBookedWhileTheLedgerIsRead_isNoDifference() throws Exception {
        database.filled();
        LedgerFile whileTraded = last -> {
            Path main = ledger.main(last);
            database.book(SampleDatabase.GROWTH, "2024-06-28", TradeAction.BUY, "AAPL", "2", "210.62");
            return main;
        };

        assertThat(database.reconciler(whileTraded, Telemetry.disabled())
                        .reconcile(SampleDatabase.pack())
                        .differences())
                .isEmpty();
        assertThat(reconcile().differences()).isEmpty();
    }

    @Test
    void ledger_nothingNew_isLeftAsItIs() throws Exception {
        database.filled();
        String hash = reconcile().ledgerCommitHash();

        assertThat(reconcile().ledgerCommitHash()).isEqualTo(hash);
    }

    @Test
    void ledger_newPortfolio_getsAccountsWithItsFirstTrade() throws Exception {
        database.filled();
        UUID late = UUID.fromString("ffffffff-ffff-4fff-8fff-ffffffffffff");
        database.portfolio(late, "EUR");
        assertThat(reconcile().ok()).isTrue();

        database.book(late, "2024-06-28", TradeAction.BUY, "SAP", "7", "189.52");

        assertThat(reconcile().differences()).isEmpty();
    }

    @Test
    void ledger_stoppedBetweenTwoFiles_goesOnWhereItWas() throws Exception {
        database.filled();
        assertThat(reconcile().ok()).isTrue();
        Files.delete(folder.resolve(GROWTH + "000000000006.beancount"));
        Files.writeString(folder.resolve(GROWTH + ".000000000006.beancount.new"), "half a fi");
        Files.delete(folder.resolve("main.beancount"));

        assertThat(reconcile().differences()).isEmpty();
    }

    @Test
    void tradeChangedInTheDatabase_isFound() throws Exception {
        database.filled();
        assertThat(reconcile().ok()).isTrue();

        database.sql()
                .sql("UPDATE trades SET price = 185.51, cash_effect = -1855.10 WHERE trade_id = 1")
                .update();

        assertThat(reconcile().differences())
                .extracting(difference -> difference.kind().text() + " " + difference.detail())
                .containsExactly("cash -706.55 in the ledger, -706.65 here");
    }

    @Test
    void fileChanged_isFound() throws Exception {
        database.filled();
        assertThat(reconcile().ok()).isTrue();
        Path file = folder.resolve(GROWTH + "000000000006.beancount");

        Files.writeString(file, Files.readString(file).replace("10 AAPL {185.5 USD}", "11 AAPL {{1855 USD}}"));

        assertThat(reconcile().differences())
                .extracting(Difference::kind)
                .containsExactlyElementsOf(List.of(DifferenceKind.UNREADABLE_LEDGER));
    }
}
