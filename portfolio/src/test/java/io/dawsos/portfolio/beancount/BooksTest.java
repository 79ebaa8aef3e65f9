package io.dawsos.portfolio.beancount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BooksTest {

    private static final String OPEN = """
            2020-01-01 open Assets:Fund "STRICT"
            2020-01-01 open Assets:Fifo "FIFO"
            2020-01-01 open Assets:Lifo "LIFO"
            2020-01-01 open Assets:Cash
            2020-01-01 open Assets:Cash:Till
            2020-01-01 open Assets:Dollars USD
            2020-01-01 open Income:Gains
            """;

    @TempDir
    private Path temporary;

    private LedgerFolder ledger;

    @BeforeEach
    void makeLedger() {
        ledger = LedgerFolder.in(temporary);
    }

    private static String text(String written) {
        return OPEN + written.replace('⏎', '\n');
    }

    private Map<String, String> held(String written) throws Exception {
        return ledger.main(text(written)).books("2030-01-01").positions().stream()
                .collect(Collectors.toMap(
                        position -> position.account() + " " + position.commodity(),
                        position -> position.units().toPlainString()));
    }

    private Position position(String written, String account, String commodity) throws Exception {
        return ledger.main(text(written)).books("2030-01-01").positions().stream()
                .filter(each ->
                        each.account().equals(account) && each.commodity().equals(commodity))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void transaction_balanced_isBooked() throws Exception {
        assertThat(held("2024-01-01 *⏎  Assets:Cash 10.00 USD⏎  Income:Gains -10.00 USD"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("Assets:Cash USD", "10.00", "Income:Gains USD", "-10.00"));
    }

    @Test
    void amount_leftOut_isTheRestOfEachCommodity() throws Exception {
        assertThat(held("2024-01-01 *⏎  Assets:Cash 10 USD⏎  Assets:Cash 5 EUR⏎  Income:Gains"))
                .containsEntry("Income:Gains USD", "-10")
                .containsEntry("Income:Gains EUR", "-5");
    }

    @Test
    void amount_leftOut_isRoundedToTheDigitsThatAreWritten() throws Exception {
        assertThat(held("2024-01-01 *⏎  Assets:Fund 3 A {0.3333 USD}⏎  Assets:Cash -1.00 USD⏎  Income:Gains"))
                .as("the rest of 0.0001 is less than the last digit of 1.00")
                .doesNotContainKey("Income:Gains USD");
    }

    @Test
    void amount_leftOut_beside_wholeNumbers_isExact() throws Exception {
        assertThat(held("2024-01-01 *⏎  Assets:Fund 3 A {0.3333 USD}⏎  Assets:Cash"))
                .containsEntry("Assets:Cash USD", "-0.9999");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Assets:Fund 10 A {2.5 USD}     | -25 USD
            Assets:Fund 8 A {{100 USD}}    | -100 USD
            Assets:Fund 3 A {{100 USD}}    | -100 USD
            Assets:Fund -8 A {{100 USD}}   | 100 USD
            Assets:Fund 10 A @ 3 USD       | -30 USD
            Assets:Fund 10 A @@ 31 USD     | -31 USD
            Assets:Fund -10 A @@ 31 USD    | 31 USD
            Assets:Fund 10 A {2 USD} @ 9 USD | -20 USD
            Assets:Fund 10 A               | -10 A
            """)
    void weight_isTheCostElseThePriceElseTheUnits(String posting, String other) throws Exception {
        assertThat(ledger.main(text("2024-01-01 *⏎  " + posting + "⏎  Assets:Cash " + other))
                        .errors())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10.00 USD | -10.005 USD | true
            10.00 USD | -10.0051 USD | false
            10.0 USD  | -10.05 USD  | true
            10.0 USD  | -10.051 USD | false
            10 USD    | -10 USD     | true
            10 USD    | -11 USD     | false
            """)
    void transaction_offByHalfOfTheCoarsestLastDigit_isTolerated(String one, String other, boolean tolerated)
            throws Exception {
        ledger.main(text("2024-01-01 *⏎  Assets:Cash " + one + "⏎  Income:Gains " + other));

        assertThat(ledger.errors().isEmpty()).isEqualTo(tolerated);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 100.00 USD, true",
        "'', 100.01 USD, true",
        "'', 100.02 USD, false",
        "'', 100 USD, true",
        "'', 101 USD, false",
        "~ 1, 101 USD, true",
        "~ 0.5, 101 USD, false"
    })
    void balance_withinItsTolerance_holds(String tolerance, String amount, boolean holds) throws Exception {
        String[] parts = amount.split(" ", 2);
        ledger.main(text("""
                2024-01-01 *
                  Assets:Cash 60 USD
                  Assets:Cash:Till 40 USD
                  Income:Gains
                2024-01-02 balance Assets:Cash %s %s %s
                """.formatted(parts[0], tolerance, parts[1])));

        assertThat(ledger.errors().isEmpty()).isEqualTo(holds);
    }

    @Test
    void balance_isOfTheBeginningOfTheDay() throws Exception {
        assertThat(ledger.main(text("2024-01-02 *⏎  Assets:Cash 1 USD⏎  Income:Gains⏎"
                                + "2024-01-02 balance Assets:Cash 0 USD⏎2024-01-03 balance Assets:Cash 1 USD"))
                        .errors())
                .isEmpty();
    }

    @Test
    void sale_strict_theOneLotThatFits_isTaken() throws Exception {
        Position left = position("""
                2024-01-01 *
                  Assets:Fund 10 A {1 USD}
                  Assets:Cash
                2024-01-02 *
                  Assets:Fund 10 A {2 USD, "b"}
                  Assets:Cash
                2024-01-03 *
                  Assets:Fund -4 A {"b"} @ 3 USD
                  Assets:Cash 12 USD
                  Income:Gains -4 USD
                """, "Assets:Fund", "A");

        assertThat(left.units()).isEqualByComparingTo("16");
        assertThat(left.costs().get("USD")).isEqualByComparingTo("22");
    }

    @ParameterizedTest
    @CsvSource({"Assets:Fifo, 23", "Assets:Lifo, 16"})
    void sale_byOrder_takesOldestOrNewest(String account, String costLeft) throws Exception {
        Position left = position("""
                2024-01-02 *
                  %1$s 10 A {2 USD}
                  Assets:Cash
                2024-01-01 *
                  %1$s 10 A {1 USD}
                  Assets:Cash
                2024-01-03 *
                  %1$s -7 A {}
                  Income:Gains
                """.formatted(account), account, "A");

        assertThat(left.units()).isEqualByComparingTo("13");
        assertThat(left.costs().get("USD")).isEqualByComparingTo(costLeft);
    }

    @Test
    void sale_overTwoLots_byOrder_leavesTheRestOfTheSecond() throws Exception {
        Position left = position("""
                2024-01-01 *
                  Assets:Fifo 10 A {1 USD}
                  Assets:Cash
                2024-01-02 *
                  Assets:Fifo 10 A {2 USD}
                  Assets:Cash
                2024-01-03 *
                  Assets:Fifo -12 A {}
                  Income:Gains 14 USD
                """, "Assets:Fifo", "A");

        assertThat(left.costs()).isEqualTo(Map.of("USD", new BigDecimal("16")));
    }

    @Test
    void lot_costInOtherDigits_isTheSame() throws Exception {
        assertThat(held("2024-01-01 *⏎  Assets:Fund 1 A {10.00 USD}⏎  Assets:Cash⏎"
                        + "2024-01-02 *⏎  Assets:Fund -1 A {10 USD}⏎  Assets:Cash"))
                .doesNotContainKey("Assets:Fund A");
    }

    @Test
    void lots_ofTotalCost_haveTheCostOfOneUnit() throws Exception {
        assertThat(held("2024-01-01 *⏎  Assets:Fund 4 A {{10 USD}}⏎  Assets:Cash⏎"
                        + "2024-01-02 *⏎  Assets:Fund -2 A {2.5 USD}⏎  Assets:Cash"))
                .containsEntry("Assets:Fund A", "2");
    }

    @Test
    void sale_strict_ofAllThatFit_isNotAmbiguous() throws Exception {
        assertThat(held("2024-01-01 *⏎  Assets:Fund 1 A {1 USD}⏎  Assets:Fund 1 A {2 USD}⏎  Assets:Cash⏎"
                        + "2024-01-02 *⏎  Assets:Fund -2 A {}⏎  Assets:Cash"))
                .doesNotContainKey("Assets:Fund A");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-01-01 *⏎  Assets:Cash 1 USD⏎  Income:Gains -2 USD | 8:1: the transaction does not balance: its postings add up to -1 USD, at most 0 is tolerated
            2024-01-01 *⏎  Assets:Cash 1 USD⏎  Income:Gains -1 EUR | 8:1: the transaction does not balance: its postings add up to -1 EUR, at most 0 is tolerated;8:1: the transaction does not balance: its postings add up to 1 USD, at most 0 is tolerated
            2024-01-01 *⏎  Assets:Cash⏎  Income:Gains | 10:3: one amount may be left out of a transaction, this is the second
            2024-01-01 *⏎  Assets:New 1 USD⏎  Income:Gains | 9:3: Assets:New is not open on 2024-01-01
            2019-01-01 *⏎  Assets:Cash 1 USD⏎  Income:Gains 5 USD | 9:3: Assets:Cash is not open on 2019-01-01;10:3: Income:Gains is not open on 2019-01-01
            2024-01-01 close Assets:Cash⏎2024-01-02 *⏎  Assets:Cash 1 USD⏎  Income:Gains | 10:3: Assets:Cash is closed since ledger/main.beancount:8:1
            2024-01-01 close Assets:Cash⏎2024-01-02 close Assets:Cash | 9:1: Assets:Cash is closed since ledger/main.beancount:8:1
            2024-01-01 close Assets:No | 8:1: Assets:No is not open on 2024-01-01
            2024-01-01 open Assets:Cash | 8:1: Assets:Cash is open already, since ledger/main.beancount:4:1
            2024-01-01 balance Assets:No 0 USD | 8:1: Assets:No is not open on 2024-01-01
            2024-01-01 balance Assets:Cash 5.10 USD | 8:1: Assets:Cash: the balance should be 5.10 USD, it is 0 USD
            2024-01-01 *⏎  Assets:Dollars 1 EUR⏎  Income:Gains -1 EUR | 9:3: Assets:Dollars holds USD only, got EUR
            2024-01-01 *⏎  Assets:Cash 1 EUR⏎  Assets:Dollars | 10:3: Assets:Dollars holds USD only, got EUR
            2024-01-01 *⏎  Assets:Fund 1 A {}⏎  Assets:Cash | 9:3: A is not held here: what is bought needs its cost, such as {10 USD}
            2024-01-01 *⏎  Assets:Fund 0 A {1 USD}⏎  Assets:Cash 0 USD | 9:3: 0 units have no cost
            2024-01-01 *⏎  Assets:Fund 1 A {1 USD}⏎  Assets:Cash⏎2024-01-02 *⏎  Assets:Fund -1 A {2 USD}⏎  Assets:Cash | 12:3: no lot of A fits; there are {1 USD, 2024-01-01}
            2024-01-01 *⏎  Assets:Fund 1 A {1 USD}⏎  Assets:Cash⏎2024-01-02 *⏎  Assets:Fund -2 A {}⏎  Assets:Cash | 12:3: wanted at most 1 A, which is what the lots that fit hold, got 2
            2024-01-01 *⏎  Assets:Fund 1 A {1 USD}⏎  Assets:Fund 1 A {2 USD, "x"}⏎  Assets:Cash⏎2024-01-02 *⏎  Assets:Fund -1 A {}⏎  Assets:Cash | 13:3: 2 lots of A fit: say which, or open the account with "FIFO"; there are {1 USD, 2024-01-01}, {2 USD, 2024-01-01, "x"}
            """)
    void books_thatAreWrong_areRefusedAtTheirPlace(String written, String errors) throws Exception {
        assertThat(String.join(";", ledger.main(text(written)).errors()).replace("ledger/main.beancount:", ""))
                .isEqualTo(errors.replace("ledger/main.beancount:", ""));
    }

    @Test
    void positions_areOfTheEndOfTheDay() throws Exception {
        ledger.main(text(
                "2024-01-01 *⏎  Assets:Cash 1 USD⏎  Income:Gains⏎2024-01-02 *⏎  Assets:Cash 2 USD⏎  Income:Gains"));

        assertThat(ledger.books("2023-12-31").positions()).isEmpty();
        assertThat(ledger.books("2024-01-01").positions().getFirst().units()).isEqualTo("1");
        assertThat(ledger.books("2024-01-02").positions().getFirst().units()).isEqualTo("3");
    }

    @Test
    void books_wrongAfterTheDay_areRefused() throws Exception {
        ledger.main(text("2024-01-02 balance Assets:Cash 1 USD"));

        assertThatThrownBy(() -> ledger.books("2024-01-01")).isInstanceOf(LedgerException.class);
    }

    @Test
    void price_isOfTheVeryDay() throws Exception {
        ledger.main("2024-01-01 price A 1 USD\n2024-01-02 price A 2 USD\n2024-01-02 price A 3 USD\n");

        assertThat(ledger.books("2024-01-02").price("A").orElseThrow().number()).isEqualTo("3");
        assertThat(ledger.books("2024-01-03").price("A")).isEmpty();
    }
}
