package io.dawsos.portfolio.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a trade does. Its name in requests, answers, labels and the database is in lower case. */
public enum TradeAction {
    BUY,
    SELL,
    DIVIDEND;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TradeAction> named(String text) {
        return Arrays.stream(values())
                .filter(action -> action.text().equals(text))
                .findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(TradeAction::text).toList();
    }
}
