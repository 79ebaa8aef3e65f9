package io.dawsos.portfolio.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.portfolio.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** First in, first out, and nothing lost. */
class LotBookPropertyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    record Purchase(BigDecimal quantity, BigDecimal price) {}

    @Provide
    Arbitrary<List<Purchase>> purchases() {
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.00000001"), new BigDecimal("1000000"))
                .ofScale(8);
        return Combinators.combine(amounts, amounts)
                .as(Purchase::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Property
    void sell_anyPart_costAndQuantityAreConserved(
            @ForAll("purchases") List<Purchase> purchases, @ForAll("parts") BigDecimal part) {
        LotBook book = book(purchases);
        BigDecimal costBefore = cost(book.open());
        BigDecimal held = book.held();
        BigDecimal sold = held.multiply(part).setScale(8, RoundingMode.UP).min(held);

        Sale sale = book.sell(sold);

        assertThat(cost(book.open()).add(sale.cost())).isEqualByComparingTo(costBefore);
        assertThat(book.held().add(sold)).isEqualByComparingTo(held);
        assertThat(sale.taken().stream().map(Sale.Taken::quantity).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(sold);
    }

    @Property
    void sell_anyPart_oldestLotsGoFirst(
            @ForAll("purchases") List<Purchase> purchases, @ForAll("parts") BigDecimal part) {
        LotBook book = book(purchases);
        BigDecimal sold =
                book.held().multiply(part).setScale(8, RoundingMode.UP).min(book.held());

        Sale sale = book.sell(sold);

        List<Long> taken = sale.taken().stream().map(t -> t.lot().number()).toList();
        assertThat(taken).isSorted().startsWith(1L);
        // Only the last one taken from may have units left, and whatever is open is younger.
        assertThat(sale.taken().subList(0, taken.size() - 1))
                .allSatisfy(t -> assertThat(t.lot().remaining()).isZero());
        assertThat(book.open()).allSatisfy(lot -> assertThat(lot.number()).isGreaterThanOrEqualTo(taken.getLast()));
    }

    @Property
    void sell_moreThanHeld_refusedAndBookUnchanged(@ForAll("purchases") List<Purchase> purchases) {
        LotBook book = book(purchases);
        List<Lot> before = book.open();

        assertThatThrownBy(() -> book.sell(book.held().add(new BigDecimal("0.00000001"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("units are held");
        assertThat(book.open()).isEqualTo(before);
    }

    @Provide
    Arbitrary<BigDecimal> parts() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.0001"), BigDecimal.ONE)
                .ofScale(4);
    }

    private static LotBook book(List<Purchase> purchases) {
        List<Lot> lots = new ArrayList<>();
        for (Purchase purchase : purchases) {
            lots.add(new Lot(lots.size() + 1L, DAY, purchase.quantity(), purchase.quantity(), purchase.price()));
        }
        return new LotBook(lots);
    }

    private static BigDecimal cost(List<Lot> lots) {
        return lots.stream().map(Lot::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
