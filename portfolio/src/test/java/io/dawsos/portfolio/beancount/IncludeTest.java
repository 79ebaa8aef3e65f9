package io.dawsos.portfolio.beancount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncludeTest {

    @TempDir
    private Path temporary;

    private LedgerFolder ledger;

    @BeforeEach
    void makeLedger() {
        ledger = LedgerFolder.in(temporary)
                .with("accounts.beancount", "2024-01-01 open Assets:Accounts\n")
                .with("years/2023.beancount", "2024-01-01 open Assets:Y2023\n")
                .with("years/2024.beancount", "2024-01-01 open Assets:Y2024\n")
                .with("years/2024/q1.beancount", "2024-01-01 open Assets:Q1\n")
                .with("years/.hidden.beancount", "2024-01-01 open Assets:Hidden\n")
                .with("years/notes.txt", "not a ledger\n");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            accounts.beancount        | Accounts
            ./accounts.beancount      | Accounts
            years/*.beancount         | Y2023 Y2024
            years/202?.beancount      | Y2023 Y2024
            years/202[14].beancount   | Y2024
            years/202[!4].beancount   | Y2023
            years/202[1-3].beancount  | Y2023
            */*.beancount             | Y2023 Y2024
            years/**/*.beancount      | Y2023 Y2024 Q1
            **/q*.beancount           | Q1
            years/.*.beancount        | Hidden
            years/../accounts.beancount | Accounts
            """)
    void include_pattern_standsForItsFiles(String pattern, String accounts) throws Exception {
        Ledger read = ledger.main("include \"" + pattern + "\"\n").read();

        assertThat(read.directives().stream()
                        .map(directive -> ((Directive.Open) directive).account().substring("Assets:".length()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(accounts);
    }

    @Test
    void include_inAnIncludedFile_isRelativeToThatFile() throws Exception {
        ledger.with("years/2025.beancount", "include \"2024/q1.beancount\"\n");

        assertThat(ledger.main("include \"years/2025.beancount\"").read().directives())
                .extracting(directive -> directive.at().toString())
                .containsExactly("ledger/years/2024/q1.beancount:1:1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nothing.beancount | ledger/main.beancount:1:1: "nothing.beancount" stands for no file
            no/*.beancount    | ledger/main.beancount:1:1: "no/*.beancount" stands for no file
            main.beancount    | ledger/main.beancount:1:1: ledger/main.beancount includes itself, by way of 1 files
            /etc/hostname     | ledger/main.beancount:1:1: "/etc/hostname" cannot be looked for: wanted a path relative to the file that includes it
            ../outside        | ledger/main.beancount:1:1: an included file lies in the main file's folder or below it
            years             | ledger/main.beancount:1:1: ledger/years is not a file
            years/[z-a]       | ledger/main.beancount:1:1: "years/[z-a]" cannot be looked for
            *a*b*c*d*e        | ledger/main.beancount:1:1: "*a*b*c*d*e" cannot be looked for: one name has at most 4 stars
            """)
    void include_thatCannotBe_isRefused(String pattern, String error) throws Exception {
        Files.writeString(temporary.resolve("outside"), "2024-01-01 open Assets:Outside\n");

        assertThat(ledger.main("include \"" + pattern + "\"\n").errors())
                .singleElement()
                .asString()
                .startsWith(error);
    }

    @Test
    void include_linkToOutside_isRefused() throws Exception {
        Path outside = Files.writeString(temporary.resolve("secret"), "top secret\n");
        Files.createSymbolicLink(ledger.folder().resolve("link.beancount"), outside);

        assertThat(ledger.main("include \"link.beancount\"\n").errors())
                .containsExactly(
                        "ledger/main.beancount:1:1: an included file lies in the main file's folder or below it");
    }

    @Test
    void include_cycle_isRefusedWhereItCloses() throws Exception {
        ledger.with("a.beancount", "include \"b.beancount\"\n").with("b.beancount", "\ninclude \"a.beancount\"\n");

        assertThat(ledger.main("include \"a.beancount\"\n").errors())
                .containsExactly("ledger/b.beancount:2:1: ledger/a.beancount includes itself, by way of 3 files");
    }

    @Test
    void include_twice_isRefused() throws Exception {
        assertThat(ledger.main("include \"accounts.beancount\"\ninclude \"acc*.beancount\"\n")
                        .errors())
                .containsExactly("ledger/main.beancount:2:1: ledger/accounts.beancount is included twice");
    }

    @Test
    void include_deeperThanTheLimit_isRefused() throws Exception {
        IntStream.range(0, 20)
                .forEach(n -> ledger.with(n + ".beancount", "include \"%d.beancount\"\n".formatted(n + 1)));

        assertThat(ledger.main("include \"0.beancount\"\n").errors())
                .containsExactly("ledger/14.beancount:1:1: files include each other at most 16 deep");
    }

    @Test
    void option_thatMatters_inAnIncludedFile_isRefused() throws Exception {
        ledger.with("o.beancount", "option \"booking_method\" \"FIFO\"\noption \"title\" \"fine\"\n");

        assertThat(ledger.main("include \"o.beancount\"\n").errors())
                .containsExactly(
                        "ledger/o.beancount:1:1: option \"booking_method\" has an effect in the main file only:"
                                + " move it there");
    }

    @Test
    void commitHash_isWhatSha256sumTells() throws Exception {
        ledger.main("include \"years/2024.beancount\"\ninclude \"accounts.beancount\"\n");
        StringBuilder listing = new StringBuilder();
        for (String file : new String[] {"accounts.beancount", "main.beancount", "years/2024.beancount"}) {
            byte[] bytes = Files.readAllBytes(ledger.folder().resolve(file));
            listing.append(sha256(bytes)).append("  ").append(file).append('\n');
        }

        assertThat(ledger.read().commitHash())
                .isEqualTo(sha256(listing.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void commitHash_anyByteOrNameChanged_isAnother() throws Exception {
        String before = ledger.main("include \"accounts.beancount\"\n").read().commitHash();
        String same = ledger.read().commitHash();
        String comment = ledger.with("accounts.beancount", "2024-01-01 open Assets:Accounts ;\n")
                .read()
                .commitHash();
        ledger.with("accounts.beancount", "2024-01-01 open Assets:Accounts\n")
                .with("renamed.beancount", "2024-01-01 open Assets:Accounts\n");
        String renamed = ledger.main("include \"renamed.beancount\"\n").read().commitHash();

        assertThat(same).isEqualTo(before);
        assertThat(comment).isNotEqualTo(before);
        assertThat(renamed).isNotEqualTo(before);
    }

    @Test
    void mainFile_missing_isAnIoError() {
        assertThatThrownBy(() -> ledger.read()).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void file_thatIsNotUtf8_isRefusedAtItsLine() throws Exception {
        ledger.main("");
        Files.write(ledger.main(), new byte[] {'*', '\n', '*', '\n', ';', (byte) 0xff, '\n'});

        assertThat(ledger.errors()).containsExactly("ledger/main.beancount:3:1: a ledger is UTF-8; this line is not");
    }
}
