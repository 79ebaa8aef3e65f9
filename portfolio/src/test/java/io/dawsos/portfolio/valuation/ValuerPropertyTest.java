package io.dawsos.portfolio.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.portfolio.Currencies;
import io.dawsos.portfolio.ledger.HeldLot;
import io.dawsos.portfolio.ledger.Lot;
import io.dawsos.portfolio.pricing.PackContent;
import io.dawsos.portfolio.pricing.PricingPack;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The arithmetic of a valuation against the plain definition, calculated here with many more digits. */
class ValuerPropertyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY");
    private static final int SECURITIES = 8;
    private static final PricingPack PACK = new PricingPack(
            "PP_2026-01-05",
            "0".repeat(64),
            new PackContent(
                    IntStream.range(0, SECURITIES).boxed().collect(Collectors.toMap(i -> "S" + i, i -> new BigDecimal(
                                    "17.31")
                            .multiply(BigDecimal.valueOf(i + 1L)))),
                    Map.of(
                            "USD",
                            BigDecimal.ONE,
                            "EUR",
                            new BigDecimal("1.0837"),
                            "JPY",
                            new BigDecimal("0.0066734512"))));

    @Provide
    Arbitrary<List<HeldLot>> lots() {
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.00000001"), new BigDecimal("100000"))
                .ofScale(8);
        return Combinators.combine(Arbitraries.integers().between(0, SECURITIES - 1), amounts, amounts)
                .as((security, quantity, cost) -> new HeldLot(
                        new Lot(1, DAY, quantity, quantity, cost),
                        "S" + security,
                        "Security " + security,
                        CURRENCIES.get(security % CURRENCIES.size())))
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<String> currencies() {
        return Arbitraries.of(CURRENCIES);
    }

    @Property
    void positions_anyLots_valueIsTheDefinitionRoundedOnce(
            @ForAll("lots") List<HeldLot> lots, @ForAll("currencies") String currency) {
        for (Position position : new Valuer(PACK, currency).positions(lots)) {
            BigDecimal quantity = BigDecimal.ZERO;
            BigDecimal cost = BigDecimal.ZERO;
            for (HeldLot held : lots) {
                if (held.symbol().equals(position.symbol())) {
                    quantity = quantity.add(held.lot().remaining());
                    cost = cost.add(held.lot().remaining().multiply(held.lot().unitCost()));
                }
            }
            BigDecimal half = BigDecimal.valueOf(5, Currencies.digits(currency) + 1);
            assertThat(position.quantity()).isEqualByComparingTo(quantity);
            assertThat(position.value()
                            .subtract(exact(quantity.multiply(PACK.price(position.symbol())), position, currency))
                            .abs())
                    .isLessThanOrEqualTo(half);
            assertThat(position.cost().subtract(exact(cost, position, currency)).abs())
                    .isLessThanOrEqualTo(half);
            assertThat(position.value().scale()).isEqualTo(Currencies.digits(currency));
            assertThat(position.unrealisedGain())
                    .isEqualByComparingTo(position.value().subtract(position.cost()));
        }
    }

    @Property
    void positions_anyLots_weightsAddUpToOne(
            @ForAll("lots") List<HeldLot> lots, @ForAll("currencies") String currency) {
        List<Position> positions = new Valuer(PACK, currency).positions(lots);

        BigDecimal total = positions.stream().map(Position::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal weights = positions.stream().map(Position::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(weights).isEqualByComparingTo(total.signum() == 0 ? BigDecimal.ZERO : BigDecimal.ONE);
        for (Position position : positions) {
            if (total.signum() > 0) {
                BigDecimal part = position.value().divide(total, 20, RoundingMode.HALF_EVEN);
                assertThat(position.weight().subtract(part).abs()).isLessThan(new BigDecimal("0.000001"));
            }
        }
    }

    @Property
    void positions_lotsSplit_sameValue(@ForAll("lots") List<HeldLot> lots, @ForAll("currencies") String currency) {
        List<HeldLot> halves = new ArrayList<>();
        for (HeldLot held : lots) {
            BigDecimal half = held.lot().remaining().divide(BigDecimal.TWO, 9, RoundingMode.UNNECESSARY);
            Lot lot = new Lot(1, DAY, half, half, held.lot().unitCost());
            halves.add(new HeldLot(lot, held.symbol(), held.name(), held.currency()));
            halves.add(new HeldLot(lot, held.symbol(), held.name(), held.currency()));
        }

        assertThat(new Valuer(PACK, currency).positions(halves).stream().map(Position::value))
                .containsExactlyElementsOf(new Valuer(PACK, currency)
                        .positions(lots).stream().map(Position::value).toList());
    }

    private static BigDecimal exact(BigDecimal amount, Position position, String currency) {
        return amount.multiply(PACK.rate(position.currency())).divide(PACK.rate(currency), 40, RoundingMode.HALF_EVEN);
    }
}
