package io.dawsos.portfolio.reconcile;

import io.dawsos.portfolio.beancount.BookingMethod;
import io.dawsos.portfolio.beancount.Directive;
import io.dawsos.portfolio.beancount.MetaValue;
import io.dawsos.portfolio.beancount.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The accounts that a portfolio has in a ledger that this service writes. */
record PortfolioAccounts(UUID portfolio) {

    static final String DIVIDENDS = "Income:Dividends";
    static final String GAINS = "Income:Gains";

    /** Before every trade. */
    private static final LocalDate OPENED = LocalDate.of(1900, 1, 1);

    private static final Place UNWRITTEN = new Place("", 1, 1);

    String cash() {
        return root() + ":Cash";
    }

    String securities() {
        return root() + ":Securities";
    }

    /** A part of an account's name begins with a capital letter or a digit. */
    private String root() {
        return "Assets:" + portfolio.toString().toUpperCase(Locale.ROOT);
    }

    List<Directive> opened() {
        Map<String, MetaValue> mark = Map.of("portfolio", new MetaValue.Text(portfolio.toString()));
        return List.of(open(cash(), null, mark), open(securities(), BookingMethod.FIFO, mark));
    }

    static List<Directive> openedForAll() {
        return List.of(open(DIVIDENDS, null, Map.of()), open(GAINS, null, Map.of()));
    }

    private static Directive open(String account, @Nullable BookingMethod booking, Map<String, MetaValue> metadata) {
        return new Directive.Open(OPENED, UNWRITTEN, account, Set.of(), booking, metadata);
    }
}
