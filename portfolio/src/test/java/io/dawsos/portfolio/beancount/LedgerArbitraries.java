package io.dawsos.portfolio.beancount;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.time.api.Dates;

/** Directives of every form, whether or not the books that they make are right. */
final class LedgerArbitraries {

    private static final Place NOWHERE = new Place("", 1, 1);

    private LedgerArbitraries() {}

    static Arbitrary<List<Directive>> ledgers() {
        return Arbitraries.oneOf(opens(), closes(), balances(), prices(), transactions())
                .list()
                .ofMaxSize(12);
    }

    private static Arbitrary<LocalDate> dates() {
        return Dates.dates().between(LocalDate.of(1000, 1, 1), LocalDate.of(9999, 12, 31));
    }

    private static Arbitrary<String> accounts() {
        Arbitrary<String> part = Arbitraries.of("Cash", "Fund", "7", "A-b", "Zürich", "00000000-0000-4000-8000", "X1");
        return Combinators.combine(
                        Arbitraries.of(Accounts.ROOTS), part.list().ofMinSize(1).ofMaxSize(4))
                .as((root, parts) -> root + ":" + String.join(":", parts));
    }

    private static Arbitrary<String> commodities() {
        return Arbitraries.of("USD", "V", "BRK.B", "A-B_C'D", "/6J", "SYN001", "TRUE", "X12345678901234567890123");
    }

    private static Arbitrary<BigDecimal> numbers() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-99999999999999999999"), new BigDecimal("99999999999999999999"))
                .ofScale(9)
                .flatMap(number ->
                        Arbitraries.integers().between(0, 9).map(scale -> number.setScale(scale, RoundingMode.DOWN)));
    }

    private static Arbitrary<Amount> amounts() {
        return Combinators.combine(numbers(), commodities()).as(Amount::new);
    }

    private static Arbitrary<Amount> positive() {
        return amounts().map(amount -> new Amount(amount.number().abs(), amount.commodity()));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .ofMaxLength(30)
                .withCharRange(' ', '~')
                .withChars('"', '\\', '\n', '\t', ';', '*', '€', 'ß', '\u0001');
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(8)
                .alpha()
                .numeric()
                .withChars("-_/.");
    }

    private static Arbitrary<Map<String, MetaValue>> metadata() {
        Arbitrary<String> key = Arbitraries.of("portfolio", "trade", "a-B_1", "note");
        Arbitrary<MetaValue> value = Arbitraries.oneOf(
                texts().map(MetaValue.Text::new),
                Arbitraries.oneOf(accounts(), commodities(), names().map(name -> "#" + name))
                        .map(MetaValue.Name::new),
                dates().map(MetaValue.Day::new),
                numbers().map(MetaValue.Number::new),
                amounts().map(MetaValue.Money::new),
                Arbitraries.just(new MetaValue.Nothing()));
        return Arbitraries.maps(key, value).ofMaxSize(3);
    }

    private static Arbitrary<Directive> opens() {
        return Combinators.combine(
                        dates(),
                        accounts(),
                        commodities().set().ofMaxSize(3),
                        Arbitraries.of(BookingMethod.class).injectNull(0.5),
                        metadata())
                .as((date, account, commodities, booking, metadata) ->
                        new Directive.Open(date, NOWHERE, account, commodities, booking, metadata));
    }

    private static Arbitrary<Directive> closes() {
        return Combinators.combine(dates(), accounts(), metadata())
                .as((date, account, metadata) -> new Directive.Close(date, NOWHERE, account, metadata));
    }

    private static Arbitrary<Directive> balances() {
        return Combinators.combine(dates(), accounts(), amounts(), numbers().injectNull(0.5), metadata())
                .as((date, account, amount, tolerance, metadata) ->
                        new Directive.Balance(date, NOWHERE, account, amount, tolerance, metadata));
    }

    private static Arbitrary<Directive> prices() {
        return Combinators.combine(dates(), commodities(), amounts(), metadata())
                .as((date, commodity, amount, metadata) ->
                        new Directive.Price(date, NOWHERE, commodity, amount, metadata));
    }

    private static Arbitrary<Posting> postings() {
        Arbitrary<CostSpec> cost = Combinators.combine(
                        positive().injectNull(0.3),
                        Arbitraries.of(true, false),
                        dates().injectNull(0.5),
                        texts().injectNull(0.5))
                .as(CostSpec::new);
        Arbitrary<PriceSpec> price =
                Combinators.combine(positive(), Arbitraries.of(true, false)).as(PriceSpec::new);
        return Combinators.combine(
                        Arbitraries.of("*", "!", "&", "P", "#").injectNull(0.7),
                        accounts(),
                        amounts().injectNull(0.2),
                        cost.injectNull(0.5),
                        price.injectNull(0.5),
                        metadata())
                .as((flag, account, units, costs, at, metadata) -> new Posting(
                        NOWHERE,
                        flag,
                        account,
                        units,
                        units == null ? null : costs,
                        units == null ? null : at,
                        metadata));
    }

    private static Arbitrary<Directive> transactions() {
        return Combinators.combine(
                        dates(),
                        Arbitraries.of("*", "!", "%", "M"),
                        texts().injectNull(0.5),
                        texts().injectNull(0.3),
                        names().set().ofMaxSize(2),
                        names().set().ofMaxSize(2),
                        postings().list().ofMaxSize(5),
                        metadata())
                .as((date, flag, payee, narration, tags, links, lines, metadata) -> new Directive.Transaction(
                        date,
                        NOWHERE,
                        flag,
                        narration == null ? null : payee,
                        narration,
                        tags,
                        links,
                        lines,
                        metadata));
    }

    /** The same without places. */
    static Directive placeless(Directive directive) {
        return switch (directive) {
            case Directive.Open d ->
                new Directive.Open(d.date(), NOWHERE, d.account(), d.commodities(), d.booking(), d.metadata());
            case Directive.Close d -> new Directive.Close(d.date(), NOWHERE, d.account(), d.metadata());
            case Directive.Balance d ->
                new Directive.Balance(d.date(), NOWHERE, d.account(), d.amount(), d.tolerance(), d.metadata());
            case Directive.Price d -> new Directive.Price(d.date(), NOWHERE, d.commodity(), d.amount(), d.metadata());
            case Directive.Transaction d ->
                new Directive.Transaction(
                        d.date(),
                        NOWHERE,
                        d.flag(),
                        d.payee(),
                        d.narration(),
                        d.tags(),
                        d.links(),
                        d.postings().stream()
                                .map(p -> new Posting(
                                        NOWHERE, p.flag(), p.account(), p.units(), p.cost(), p.price(), p.metadata()))
                                .toList(),
                        d.metadata());
        };
    }
}
