package io.dawsos.portfolio.beancount;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerDocumentationTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "formats", "beancount.md");
    private static final String FENCE = "```beancount\n";

    @TempDir
    private Path temporary;

    @Test
    void example_isALedgerInOrder() throws Exception {
        String document = Files.readString(DOCUMENT);
        int from = document.indexOf(FENCE) + FENCE.length();
        LedgerFolder ledger = LedgerFolder.in(temporary)
                .with("trades/2024.beancount", "")
                .main(document.substring(from, document.indexOf("```", from)));

        assertThat(ledger.errors()).isEmpty();
        assertThat(ledger.books("2024-12-31").positions())
                .extracting(
                        position -> position.account() + " " + position.units().toPlainString())
                .containsExactly("Assets:Growth:Broker 6", "Assets:Growth:Cash -1165.90", "Income:Gains 52.90");
    }
}
