package io.dawsos.portfolio.beancount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedLedgerTest {

    @TempDir
    private Path temporary;

    private LedgerFolder ledger;

    @BeforeEach
    void makeLedger() {
        ledger = LedgerFolder.in(temporary);
    }

    /** In the texts ⏎ stands for a new line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2024-01-01 pad Assets:A Equity:B         | 1:12: wanted *, !, txn, open, close, balance or price (no other directive is read), got the word "pad"
            2024-01-01 note Assets:A "x"             | 1:12: wanted *, !, txn, open, close, balance or price (no other directive is read), got the word "note"
            2024-01-01 event "place" "here"          | 1:12: wanted *, !, txn, open, close, balance or price (no other directive is read), got the word "event"
            2024-01-01 commodity USD                 | 1:12: wanted *, !, txn, open, close, balance or price (no other directive is read), got the word "commodity"
            2024-01-01 document Assets:A "x"         | 1:12: wanted *, !, txn, open, close, balance or price (no other directive is read), got the word "document"
            2024-01-01 custom "x"                    | 1:12: wanted *, !, txn, open, close, balance or price (no other directive is read), got the word "custom"
            2024-01-01 query "x" "y"                 | 1:12: wanted *, !, txn, open, close, balance or price (no other directive is read), got the word "query"
            plugin "x"                               | 1:1: wanted a date, option or include (no other directive is read), got the word "plugin"
            pushtag #x                               | 1:1: wanted a date, option or include (no other directive is read), got the word "pushtag"
            2024-01-01                               | 1:11: wanted *, !, txn, open, close, balance or price (no other directive is read), got the end of the line
            2024-01-01 "x"                           | 1:12: wanted *, !, txn, open, close, balance or price (no other directive is read), got a text
            hello                                    | 1:1: wanted a date, option or include (no other directive is read), got the word "hello"
            Assets:A 1 USD                           | 1:1: wanted a date, option or include, got the account "Assets:A"
            ⏎  Assets:A 1 USD                        | 2:3: an indented line belongs to a directive right above it, and there is none
            2024-02-30 open Assets:A                 | 1:1: there is no such day: 2024-02-30
            2024-13-01 open Assets:A                 | 1:1: there is no such day: 2024-13-01
            10000-01-01 open Assets:A                | 1:1: there is no such day: 10000-01-01
            0000-01-01 open Assets:A                 | 1:1: there is no such day: 0000-01-01
            99999999999-1-1 open Assets:A            | 1:1: there is no such day: 99999999999-1-1
            2024-01-01 open assets:a                 | 1:17: wanted an account such as Assets:Cash, got the key "assets"
            2024-01-01 open Assets                   | 1:17: "Assets" is neither an account nor a commodity; wanted an account such as Assets:Cash
            2024-01-01 open Aktiva:Bank              | 1:17: Aktiva:Bank: an account is under [Assets, Liabilities, Equity, Income, Expenses]
            2024-01-01 open Assets:A,                | 1:25: wanted commodities by commas, a booking method in quotes or the end of the line, got the sign ","
            2024-01-01 open Assets:A USD,            | 1:30: wanted a commodity such as USD, got the end of the line
            2024-01-01 open Assets:A "AVERAGE"       | 1:26: wanted one of the booking methods [STRICT, FIFO, LIFO], got "AVERAGE"
            2024-01-01 close Assets:A USD            | 1:27: wanted the end of the line, got the commodity "USD"
            2024-01-01 balance Assets:A USD          | 1:29: wanted a number, got the commodity "USD"
            2024-01-01 balance Assets:A 1            | 1:30: wanted a commodity such as USD, got the end of the line
            2024-01-01 balance Assets:A 1 ~ USD      | 1:33: wanted a number, got the commodity "USD"
            2024-01-01 price USD                     | 1:21: wanted a number, got the end of the line
            2024-01-01 * "a" "b" "c"                 | 1:22: wanted a text, a tag, a link or the end of the line, got a text
            2024-01-01 * "a⏎  Assets:A 1 USD         | 1:14: a text that begins here has no end; wanted a text, a tag, a link or the end of the line
            2024-01-01 *⏎  Assets:A 1                | 2:13: wanted a commodity such as USD, got the end of the line
            2024-01-01 *⏎  Assets:A USD              | 2:12: wanted units such as 10 USD or the end of the line, got the commodity "USD"
            2024-01-01 *⏎  Assets:A 1 usd            | 2:14: wanted a commodity such as USD, got the word "usd"
            2024-01-01 *⏎  Assets:A 1 USD {          | 2:19: wanted one cost such as 10 USD, one date or one label in quotes, got the end of the line
            2024-01-01 *⏎  Assets:A 1 USD {1 USD     | 2:24: wanted "," or "}", got the end of the line
            2024-01-01 *⏎  Assets:A 1 USD {1 USD}}   | 2:24: wanted "," or "}", got the sign "}}"
            2024-01-01 *⏎  Assets:A 1 USD {{1 USD}   | 2:25: wanted "," or "}}", got the sign "}"
            2024-01-01 *⏎  Assets:A 1 USD {1 USD, 2 USD} | 2:26: wanted one cost such as 10 USD, one date or one label in quotes, got the number "2"
            2024-01-01 *⏎  Assets:A 1 USD {*}        | 2:19: wanted one cost such as 10 USD, one date or one label in quotes, got the sign "*"
            2024-01-01 *⏎  Assets:A 1 USD {1 # 2 USD}| 2:21: wanted a commodity such as USD, got the flag "#"
            2024-01-01 *⏎  Assets:A 1 USD {-1 USD}   | 2:19: a cost or price is not negative, got -1
            2024-01-01 *⏎  Assets:A 1 USD @ -1 USD   | 2:20: a cost or price is not negative, got -1
            2024-01-01 *⏎  Assets:A 1 USD @          | 2:19: wanted a number, got the end of the line
            2024-01-01 *⏎  Assets:A 1 USD @@@ 1 USD  | 2:20: wanted a number, got the sign "@"
            2024-01-01 *⏎  Assets:A (1 USD           | 2:15: wanted ")", got the commodity "USD"
            2024-01-01 *⏎  Assets:A 1/0 USD          | 2:13: division by zero
            2024-01-01 *⏎  Assets:A 1/(2-2) USD      | 2:13: division by zero
            2024-01-01 *⏎  a: 1⏎  a: 2              | 3:3: the key "a" is there already
            2024-01-01 *⏎  key: *                    | 2:8: wanted a value, got the sign "*"
            2024-01-01 open Assets:A⏎  Assets:B 1 USD | 2:3: wanted a key of metadata such as portfolio:, got the account "Assets:B"
            2024-01-01 *⏎  Assets:A 1 USD $          | 2:18: unexpected "$"; wanted a cost in braces, a price after "@" or the end of the line
            option "title"                           | 1:15: wanted the option's value in quotes, got the end of the line
            option title "x"                         | 1:8: wanted the option's name in quotes, got the word "title"
            option "colour" "red"                    | 1:1: option "colour" is not read
            option "booking_method" "AVERAGE"        | 1:1: wanted one of the booking methods [STRICT, FIFO, LIFO], got "AVERAGE"
            option "inferred_tolerance_default" "x"  | 1:1: wanted a tolerance such as USD:0.005, got "x"
            option "tolerance_multiplier" "-1"       | 1:1: wanted a multiplier such as 0.5, got "-1"
            option "infer_tolerance_from_cost" "TRUE" | 1:1: option "infer_tolerance_from_cost": wanted FALSE, got "TRUE"
            include "x" "y"                          | 1:13: wanted the end of the line, got a text
            """)
    void malformed_isRefusedAtItsPlace(String text, String error) throws Exception {
        assertThat(ledger.main(text.replace('⏎', '\n')).errors()).containsExactly("ledger/main.beancount:" + error);
    }

    @Test
    void errors_ofAllDirectives_areCollected() throws Exception {
        assertThat(ledger.main("""
                        2024-01-01 pad Assets:A Assets:B
                        2024-01-01 open Assets:A
                        2024-01-01 *
                          Assets:A 1
                          Assets:A also not looked at
                        2024-01-01 open Assets:B
                        nonsense
                          below it

                        2024-01-01 note Assets:A "x"
                        """).errors())
                .extracting(error -> error.substring(0, error.indexOf(' ') - 1))
                .containsExactly(
                        "ledger/main.beancount:1:12",
                        "ledger/main.beancount:4:13",
                        "ledger/main.beancount:7:1",
                        "ledger/main.beancount:10:12");
    }

    @Test
    void errors_endlessMany_areBounded() throws Exception {
        List<String> errors = ledger.main("nonsense\n".repeat(5_000)).errors();

        assertThat(errors).hasSize(101);
        assertThat(errors.getLast()).isEqualTo("ledger/main.beancount:100:1: there are 100 errors; reading stops here");
    }

    @Test
    void line_tooLong_isRefused() throws Exception {
        assertThat(ledger.main("\n;" + "x".repeat(8_192)).errors())
                .containsExactly("ledger/main.beancount:2:8193: a line has at most 8192 characters, got 8193");
    }

    @Test
    void text_tooLong_isRefused() throws Exception {
        assertThat(ledger.main("2024-01-01 * \"" + "x\n".repeat(40_000) + "\"\n")
                        .errors())
                .containsExactly("ledger/main.beancount:1:14: a text has at most 65536 characters, got 80000");
    }

    @Test
    void parentheses_tooDeep_areRefused() throws Exception {
        assertThat(ledger.main("2024-01-01 price A " + "(".repeat(4_000) + "1").errors())
                .containsExactly("ledger/main.beancount:1:84: signs and parentheses are nested at most 64 deep");
    }

    @Test
    void signs_tooMany_areRefused() throws Exception {
        assertThat(ledger.main("2024-01-01 price A " + "-".repeat(4_000) + "1").errors())
                .containsExactly("ledger/main.beancount:1:84: signs and parentheses are nested at most 64 deep");
    }

    @Test
    void number_tooLong_isRefusedBeforeItIsMade() throws Exception {
        assertThat(ledger.main("2024-01-01 price A " + "9".repeat(101) + " USD").errors())
                .containsExactly("ledger/main.beancount:1:20: a number has at most 100 digits");
    }

    @Test
    void product_tooLong_isRefused() throws Exception {
        assertThat(ledger.main("2024-01-01 price A " + "9".repeat(60) + " * " + "9".repeat(60) + " USD")
                        .errors())
                .containsExactly("ledger/main.beancount:1:144: a number has at most 100 digits");
    }

    @Test
    void directives_tooMany_areRefused() throws Exception {
        ledger.main("2024-01-01 price A 1 USD\n".repeat(11));
        LedgerReader reader = new LedgerReader(Limits.DEFAULT.withDirectives(10));

        assertThat(catchThrowableOfType(LedgerException.class, () -> reader.read(ledger.main()))
                        .errors())
                .extracting(LedgerError::toString)
                .containsExactly("ledger/main.beancount:11:1: a ledger has at most 10 directives");
    }
}
