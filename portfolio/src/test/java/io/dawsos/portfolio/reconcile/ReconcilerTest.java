package io.dawsos.portfolio.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.dawsos.portfolio.ledger.TradeAction;
import io.dawsos.portfolio.pricing.PackContent;
import io.dawsos.portfolio.pricing.PricingPack;
import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.TelemetrySettings;
import io.dawsos.telemetry.metrics.MetricsPage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class ReconcilerTest {

    private static final String P = SampleDatabase.PENSION.toString();

    private static SampleDatabase database;

    @TempDir
    private Path temporary;

    private final Telemetry telemetry = Telemetry.start(TelemetrySettings.from(Map.of("DAWSOS_STRICT_LABELS", "true")));
    private SampleLedger ledger;
    private Reconciler reconciler;

    @BeforeAll
    static void makeDatabase() {
        database = new SampleDatabase().filled();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void copyLedger() throws Exception {
        ledger = SampleLedger.copyTo(temporary.resolve("ledger"));
        reconciler = database.reconciler(ledger, telemetry);
    }

    @AfterEach
    void closeTelemetry() {
        telemetry.close();
    }

    private ReconciliationReport reconcile() {
        return reconciler.reconcile(SampleDatabase.pack());
    }

    private double failures() {
        return telemetry
                .metrics()
                .counter(
                        "reconciliation_failures_total",
                        "Reconciliations that found the ledger of record and this service to differ.")
                .series()
                .value();
    }

    private static List<String> told(ReconciliationReport report) {
        return report.differences().stream()
                .map(difference -> "%s %s %s"
                        .formatted(
                                difference.kind().text(),
                                difference.portfolio() == null
                                        ? "-"
                                        : difference.portfolio().substring(0, 1),
                                difference.item() == null ? "-" : difference.item()))
                .toList();
    }

    @Test
    void reconcile_sampleLedger_agrees() {
        ReconciliationReport report = reconcile();

        assertThat(report.differences()).isEmpty();
        assertThat(report.ok()).isTrue();
        assertThat(report.outcome()).isEqualTo(ReconciliationOutcome.AGREED);
        assertThat(report.portfolios()).isEqualTo(2);
        assertThat(report.ledgerCommitHash()).matches("[0-9a-f]{64}");
        assertThat(report.asof()).isEqualTo("2024-06-28");
        assertThat(failures()).isZero();
    }

    /** In the texts ⏎ stands for a new line; a difference is kind, first digit of the portfolio, item. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            trades/2024-q1 | 100 SAP {{14,010.00 EUR}} | 101 SAP {{14,010.00 EUR}} | quantity 2 SAP, valuation 2 EUR
            trades/2024-q1 | 100 SAP {{14,010.00 EUR}} | 99.99999999 SAP {{14,010.00 EUR}} | quantity 2 SAP
            trades/2024-q2 | 220.00 EUR⏎  Income:Dividends       -220.00 | 220.01 EUR⏎  Income:Dividends       -220.01 | cash 2 EUR
            trades/2024-q1 | Assets:Growth:Cash   10 * 0.24 USD | Assets:Growth:Cash   10 * 0.2400000001 USD | cash 1 USD
            trades/2024-q2 | price AAPL 210.62 USD | price AAPL 210.72 USD | valuation 1 USD
            trades/2024-q2 | price AAPL 210.62 USD | price SAP 189.54 EUR | valuation 2 EUR
            trades/2024-q1 | 3 SAP {141.30 EUR, 2024-01-16, "abroad"} | 3 SAP {141.40 EUR, 2024-01-16, "abroad"} @ 141.30 EUR⏎  Equity:Opening  -0.30 EUR | cost 1 SAP
            trades/2024-q1 | Assets:Growth:Broker    3 SAP {141.30 EUR, 2024-01-16, "abroad"}⏎  Assets:Growth:Cash    -3 * 141.30 EUR | Assets:Office 3 SAP @ 141.30 EUR⏎  Assets:Growth:Cash    -3 * 141.30 EUR | missing_in_ledger 1 SAP, valuation 1 USD
            trades/2024-q2 | 2024-06-28 price AAPL 210.62 USD | 2024-06-28 *⏎  Assets:Pension:Broker 1 AAPL {1 USD}⏎  Equity:Opening | missing_in_service 2 AAPL, valuation 2 EUR
            trades/2024-q2 | 2024-06-28 price AAPL 210.62 USD | 2024-06-28 *⏎  Assets:Pension:Broker 1 GOOG {1 USD}⏎  Equity:Opening | unknown_security 2 GOOG
            trades/2024-q2 | 2024-06-28 price AAPL 210.62 USD | 2024-06-28 *⏎  Assets:Growth:Cash 1 CHF⏎  Equity:Opening | cash 1 CHF
            accounts | Assets:Growth⏎ | Assets:Growth⏎  portfolio: "33333333-3333-4333-8333-333333333333"⏎ | unknown_portfolio 3 -
            accounts | Assets:Pension:Cash  EUR⏎  portfolio: "22222222-2222-4222-8222-222222222222" | Assets:Pension:Cash EUR | cash 2 EUR
            accounts | Assets:Growth⏎ | Assets:Growth⏎  portfolio: "growth"⏎ | unreadable_ledger - -
            accounts | Assets:Growth⏎ | Assets:Growth⏎  portfolio: 7⏎ | unreadable_ledger - -
            trades/2024-q2 | price AAPL 210.62 USD | pad Assets:Office Equity:Opening | unreadable_ledger - -
            trades/2024-q2 | 2024-06-28 price AAPL 210.62 USD | 2024-06-28 balance Assets:Office 1 USD | unreadable_ledger - -
            """)
    void reconcile_seededDifference_isFoundAndNamed(String file, String text, String by, String differences)
            throws Exception {
        ledger.withoutBalances();
        ledger.replace(file + ".beancount", text.replace('⏎', '\n'), by.replace('⏎', '\n'));

        ReconciliationReport report = reconcile();

        assertThat(String.join(", ", told(report))).isEqualTo(differences);
        assertThat(report.ok()).isFalse();
        assertThat(failures()).isEqualTo(1);
    }

    /** The portfolio is worth 3 × 210.62 + 3 × 189.52 × 1.0713 = 1240.96 dollars here: 12 cents more are within, 13 not. */
    @ParameterizedTest
    @CsvSource({"0.04, true", "0.0413, true", "0.0447, false", "-0.0413, true", "-0.0447, false"})
    void reconcile_valueAroundOneBasisPointAway_isToldExactly(String more, boolean agrees) throws Exception {
        ledger.replace(
                "trades/2024-q2.beancount", "price AAPL 210.62 USD", "price AAPL 210.62 + %s USD".formatted(more));

        assertThat(told(reconcile())).isEqualTo(agrees ? List.of() : List.of("valuation 1 USD"));
    }

    @Test
    void reconcile_allAccountsOfAPortfolioUnmarked_isMissingInLedger() throws Exception {
        ledger.replace(
                "accounts.beancount",
                "Assets:Pension:Broker\n  portfolio: \"%s\"".formatted(P),
                "Assets:Pension:Broker");
        ledger.replace(
                "accounts.beancount",
                "Assets:Pension:Cash  EUR\n  portfolio: \"%s\"".formatted(P),
                "Assets:Pension:Cash EUR");

        assertThat(told(reconcile())).containsExactly("missing_in_ledger 2 -");
    }

    @Test
    void reconcile_packWithoutAPrice_isAValuationThatCannotBe() {
        PricingPack pack = new PricingPack(
                "PP_2024-06-28",
                "0".repeat(64),
                new PackContent(
                        Map.of("AAPL", new BigDecimal("210.62")),
                        SampleDatabase.pack().content().rates()));

        ReconciliationReport report = reconciler.reconcile(pack);

        assertThat(told(report)).containsExactly("valuation 1 USD", "valuation 2 EUR");
        assertThat(report.differences().getFirst().detail())
                .isEqualTo("it cannot be valued here: PP_2024-06-28 has no price of SAP");
    }

    @Test
    void reconcile_malformedLedger_reportsEachErrorWithItsPlace() throws Exception {
        ledger.append("accounts.beancount", "2024-01-01 pad Assets:A Assets:B⏎nonsense");

        ReconciliationReport report = reconcile();

        assertThat(report.ledgerCommitHash()).isNull();
        assertThat(report.differences())
                .extracting(Difference::detail)
                .containsExactly(
                        "ledger/accounts.beancount:22:12: wanted *, !, txn, open, close, balance or price"
                                + " (no other directive is read), got the word \"pad\"",
                        "ledger/accounts.beancount:23:1: wanted a date, option or include"
                                + " (no other directive is read), got the word \"nonsense\"");
    }

    @Test
    void reconcile_ledgerGone_isUnreadable() throws Exception {
        Files.delete(ledger.main());

        assertThat(told(reconcile())).containsExactly("unreadable_ledger - -");
    }

    @Test
    void reconcile_noLedgerSet_isOkAndSaysSo() {
        ReconciliationReport report =
                database.reconciler(LedgerFile.NONE, telemetry).reconcile(SampleDatabase.pack());

        assertThat(report.ok()).isTrue();
        assertThat(report.outcome()).isEqualTo(ReconciliationOutcome.NO_LEDGER);
        assertThat(report.ledgerCommitHash()).isNull();
        assertThat(database.reports().find(report.id())).contains(report);
        assertThat(failures()).isZero();
    }

    @Test
    void reconcile_tradesAfterThePacksDay_areOfNeitherSide() throws Exception {
        try (SampleDatabase other = new SampleDatabase().filled()) {
            other.book(SampleDatabase.GROWTH, "2024-06-28", TradeAction.SELL, "AAPL", "3", "210.62");
            ledger.append("trades/2024-q2.beancount", """
                    2024-06-28 *
                      Assets:Growth:Broker  -3 AAPL {} @ 210.62 USD
                      Assets:Growth:Cash    631.86 USD
                      Income:Gains
                    """);
            ledger.withoutBalances();
            PricingPack before = new PricingPack(
                    "PP_2024-06-27", "0".repeat(64), SampleDatabase.pack().content());

            assertThat(other.reconciler(ledger, telemetry).reconcile(before).differences())
                    .isEmpty();
            assertThat(other.reconciler(ledger, telemetry)
                            .reconcile(SampleDatabase.pack())
                            .differences())
                    .isEmpty();
        }
    }

    @Test
    void reconcile_tradeThatOnlyOneSideHas_isFound() throws Exception {
        try (SampleDatabase other = new SampleDatabase().filled()) {
            other.book(SampleDatabase.PENSION, "2024-06-01", TradeAction.BUY, "AAPL", "1", "100");

            assertThat(told(other.reconciler(ledger, telemetry).reconcile(SampleDatabase.pack())))
                    .containsExactly("missing_in_ledger 2 AAPL", "cash 2 USD", "valuation 2 EUR");
        }
    }

    @Test
    void reconcile_lotChangedInTheDatabase_isFound() throws Exception {
        try (SampleDatabase other = new SampleDatabase().filled()) {
            other.sql()
                    .sql("UPDATE lots SET remaining = remaining - 1 WHERE portfolio_id = ?")
                    .param(SampleDatabase.PENSION)
                    .update();

            ReconciliationReport report = other.reconciler(ledger, telemetry).reconcile(SampleDatabase.pack());

            assertThat(told(report)).containsExactly("quantity 2 SAP", "valuation 2 EUR");
            assertThat(report.differences().getFirst().detail()).isEqualTo("100 in the ledger, 99 here");
            assertThat(report.differences().getLast().detail()).isEqualTo("-100.00 basis points");
        }
    }

    @Test
    void report_isKeptWhole_newestFirst() throws Exception {
        ReconciliationReport agreed = reconcile();
        ledger.append("accounts.beancount", "nonsense");
        ReconciliationReport different = reconcile();

        assertThat(database.reports().find(agreed.id())).contains(agreed);
        assertThat(database.reports().find(different.id())).contains(different);
        assertThat(database.reports().find(new UUID(1, 2))).isEmpty();
        List<ReconciliationReport> newest = database.reports().page(null, 2);
        assertThat(newest).extracting(ReconciliationReport::id).containsExactly(different.id(), agreed.id());
        assertThat(newest.getFirst().differenceCount()).isEqualTo(1);
        assertThat(newest.getFirst().differences()).isEmpty();
        assertThat(database.reports().page(different.id(), 1))
                .extracting(ReconciliationReport::id)
                .containsExactly(agreed.id());
    }

    @Test
    void report_ofMoreDifferencesThanAreKept_countsThemAll() throws Exception {
        StringBuilder opens = new StringBuilder();
        for (int n = 0; n < 1_100; n++) {
            opens.append("2024-01-01 open Assets:No%d%n  portfolio: \"%s\"%n".formatted(n, new UUID(9, n)));
        }
        ledger.append("accounts.beancount", opens.toString());

        ReconciliationReport report = reconcile();

        assertThat(report.differenceCount()).isEqualTo(1_100);
        assertThat(report.differences()).hasSize(ReconciliationReport.MOST_DIFFERENCES);
        assertThat(database.reports().find(report.id())).contains(report);
    }

    @Test
    void difference_isLoggedOnceAsAnErrorWithTheReportsId() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger("io.dawsos");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try {
            ledger.append("accounts.beancount", "nonsense");

            ReconciliationReport report = reconcile();

            assertThat(lines.list)
                    .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.getLevel()).isEqualTo(Level.ERROR);
                        assertThat(line.getKeyValuePairs().toString())
                                .contains(report.id().toString());
                    });
        } finally {
            logger.detachAppender(lines);
        }
    }

    @Test
    void failures_beforeTheFirst_areZeroAndNotAbsent() {
        byte[] page = new MetricsPage(telemetry.metrics()).answer("text/plain").body();

        assertThat(new String(page, StandardCharsets.UTF_8)).contains("\nreconciliation_failures_total 0.0\n");
    }
}
