package io.dawsos.portfolio.beancount;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerReaderTest {

    @TempDir
    private Path temporary;

    private LedgerFolder ledger;

    @BeforeEach
    void makeLedger() {
        ledger = LedgerFolder.in(temporary);
    }

    private Directive only(String text) throws Exception {
        return ledger.main(text).read().directives().getFirst();
    }

    private Posting posting(String line) throws Exception {
        Directive read = only("2024-01-02 *\n  " + line + "\n");
        return ((Directive.Transaction) read).postings().getFirst();
    }

    @Test
    void open_everyPart_isRead() throws Exception {
        Directive.Open open = (Directive.Open)
                only("2024-01-02 open Assets:Fund USD,EUR \"FIFO\" ; a comment\n  portfolio: \"abc\"\n");

        assertThat(open.date()).isEqualTo(LocalDate.of(2024, 1, 2));
        assertThat(open.at()).hasToString("ledger/main.beancount:1:1");
        assertThat(open.account()).isEqualTo("Assets:Fund");
        assertThat(open.commodities()).isEqualTo(Set.of("USD", "EUR"));
        assertThat(open.booking()).isEqualTo(BookingMethod.FIFO);
        assertThat(open.metadata()).isEqualTo(Map.of("portfolio", new MetaValue.Text("abc")));
    }

    @Test
    void close_isRead() throws Exception {
        assertThat(only("2024/1/2 close Assets:Cash"))
                .isEqualTo(new Directive.Close(
                        LocalDate.of(2024, 1, 2), new Place("ledger/main.beancount", 1, 1), "Assets:Cash", Map.of()));
    }

    @Test
    void balance_toleranceAndArithmetic_areRead() throws Exception {
        Directive.Balance balance = (Directive.Balance) only("2024-01-02 balance Assets:Cash 3 * 10.50 ~ 0.01 USD\n");

        assertThat(balance.amount()).isEqualTo(new Amount(new BigDecimal("31.50"), "USD"));
        assertThat(balance.tolerance()).isEqualTo("0.01");
    }

    @Test
    void price_isRead() throws Exception {
        Directive.Price price = (Directive.Price) only("2024-01-02 price AAPL 1,234.5 USD\n");

        assertThat(price.commodity()).isEqualTo("AAPL");
        assertThat(price.amount()).isEqualTo(new Amount(new BigDecimal("1234.5"), "USD"));
    }

    @Test
    void transaction_everyPart_isRead() throws Exception {
        Directive.Transaction read = (Directive.Transaction) only("""
                2024-01-02 ! "Broker \\"A\\"" "Bought, and
                said so" #fund #year-24 ^note/1
                  #more
                  day: 2024-01-03
                  * Assets:Fund  10 AAPL {5 USD, 2024-01-01, "first"} @ 6 USD
                    fee: 1.50 USD
                    lots: 2 + 3
                    account: Assets:Cash
                  P Assets:Cash
                """);

        assertThat(read.flag()).isEqualTo("!");
        assertThat(read.payee()).isEqualTo("Broker \"A\"");
        assertThat(read.narration()).isEqualTo("Bought, and\nsaid so");
        assertThat(read.tags()).isEqualTo(Set.of("fund", "year-24", "more"));
        assertThat(read.links()).isEqualTo(Set.of("note/1"));
        assertThat(read.metadata()).isEqualTo(Map.of("day", new MetaValue.Day(LocalDate.of(2024, 1, 3))));
        Posting bought = read.postings().getFirst();
        assertThat(bought.at()).hasToString("ledger/main.beancount:5:3");
        assertThat(bought.flag()).isEqualTo("*");
        assertThat(bought.units()).hasToString("10 AAPL");
        assertThat(bought.cost())
                .isEqualTo(new CostSpec(
                        new Amount(BigDecimal.valueOf(5), "USD"), false, LocalDate.of(2024, 1, 1), "first"));
        assertThat(bought.price()).isEqualTo(new PriceSpec(new Amount(BigDecimal.valueOf(6), "USD"), false));
        assertThat(bought.metadata())
                .isEqualTo(Map.of(
                        "fee", new MetaValue.Money(new Amount(new BigDecimal("1.50"), "USD")),
                        "lots", new MetaValue.Number(BigDecimal.valueOf(5)),
                        "account", new MetaValue.Name("Assets:Cash")));
        assertThat(read.postings().getLast().units()).isNull();
        assertThat(read.postings().getLast().flag()).isEqualTo("P");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                          | {}
            {10 USD}                    | {10 USD}
            {{10 USD}}                  | {{10 USD}}
            {10 USD, 2024-01-02}        | {10 USD, 2024-01-02}
            {"lot", 2024-01-02, 10 USD} | {10 USD, 2024-01-02, "lot"}
            {2024-01-02}                | {2024-01-02}
            {"lot"}                     | {"lot"}
            {{ 100/8 USD, "x" }}        | {{12.5 USD, "x"}}
            """)
    void cost_eachForm_isRead(String written, String printed) throws Exception {
        Posting posting = posting("Assets:Fund 1 AAPL " + written);

        assertThat(LedgerPrinter.print(List.of(new Directive.Transaction(
                        LocalDate.EPOCH,
                        posting.at(),
                        "*",
                        null,
                        null,
                        Set.of(),
                        Set.of(),
                        List.of(posting),
                        Map.of()))))
                .contains("Assets:Fund  1 AAPL " + printed + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "1+2*3, 7",
        "(1+2)*3, 9",
        "-(2.50), -2.50",
        "--2, 2",
        "10/4, 2.5",
        "10/3, 3.333333333333333333333333333",
        "2-3-4, -5",
        "24/2/3, 4",
        "+5, 5",
        "'1,234,567.89', 1234567.89",
        "5., 5",
        "1.10 * 1.10, 1.2100"
    })
    void arithmetic_isExactWithTheUsualPrecedence(String written, String number) throws Exception {
        Amount units = posting("Assets:Cash " + written + " USD").units();

        assertThat(units).isEqualTo(new Amount(new BigDecimal(number), "USD"));
    }

    @ParameterizedTest
    @CsvSource({"USD", "V", "BRK.B", "A-B_C'D", "/6J", "/ESM25", "X12345678901234567890123"})
    void commodity_eachForm_isRead(String commodity) throws Exception {
        assertThat(posting("Assets:Fund 1 " + commodity).units()).isEqualTo(new Amount(BigDecimal.ONE, commodity));
    }

    @Test
    void account_lettersOfAnyLanguageAndDigits_areRead() throws Exception {
        assertThat(posting("Assets:Österreich:7-Zürich 1 EUR").account()).isEqualTo("Assets:Österreich:7-Zürich");
    }

    @Test
    void headingsAndComments_areLeftOut() throws Exception {
        Ledger read = ledger.main("""
                        * Heading
                        ** Heading below
                        ; comment
                           ; indented comment
                        # also
                        2024-01-02 open Assets:A ; here too
                        ; between
                          a: "1"

                        2024-01-03 * "x"
                          Assets:A  1 USD
                          ; between postings
                          Assets:A -1 USD; right behind
                        """).read();

        assertThat(read.directives()).hasSize(2);
        assertThat(((Directive.Transaction) read.directives().getLast()).postings())
                .hasSize(2);
    }

    @Test
    void lastLine_withoutLineFeedOrWithCarriageReturns_isRead() throws Exception {
        assertThat(ledger.main("2024-01-02 open Assets:A\r\n2024-01-03 close Assets:A")
                        .read()
                        .directives())
                .hasSize(2);
    }

    @Test
    void emptyLedger_hasNothing() throws Exception {
        assertThat(ledger.main("").read().directives()).isEmpty();
    }

    @Test
    void directives_ofOneDay_areOrderedByKindThenPlace() throws Exception {
        Ledger read = ledger.main("""
                        2024-01-02 close Assets:A
                        2024-01-02 * "first"
                        2024-01-02 * "second"
                        2024-01-02 balance Assets:A 0 USD
                        2024-01-01 price A1 1 USD
                        2024-01-02 open Assets:A
                        """).read();

        assertThat(read.directives())
                .extracting(directive -> directive.at().line())
                .containsExactly(5, 6, 4, 2, 3, 1);
    }

    @Test
    void options_thatMatter_areRead() throws Exception {
        Options options = ledger.main("""
                        option "title" "Ours"
                        option "operating_currency" "USD"
                        option "booking_method" "FIFO"
                        option "inferred_tolerance_default" "*:0.001"
                        option "inferred_tolerance_multiplier" "0.6"
                        """).read().options();

        assertThat(options)
                .isEqualTo(
                        new Options(BookingMethod.FIFO, new BigDecimal("0.6"), Map.of("*", new BigDecimal("0.001"))));
    }
}
