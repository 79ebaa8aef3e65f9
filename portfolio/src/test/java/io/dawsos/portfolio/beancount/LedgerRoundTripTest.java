package io.dawsos.portfolio.beancount;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LedgerRoundTripTest {

    @Provide
    Arbitrary<List<Directive>> ledgers() {
        return LedgerArbitraries.ledgers();
    }

    @Property(tries = 1_000)
    void printed_readAgain_isTheSame(@ForAll("ledgers") List<Directive> ledger) throws Exception {
        String printed = LedgerPrinter.print(ledger);

        assertThat(Parsed.of(printed).directives().stream().map(LedgerArbitraries::placeless))
                .containsExactlyElementsOf(new ArrayList<>(ledger));
    }
}
