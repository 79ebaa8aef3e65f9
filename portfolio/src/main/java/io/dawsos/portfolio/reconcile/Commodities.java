package io.dawsos.portfolio.reconcile;

import io.dawsos.portfolio.Currencies;

/**
 * How securities are named in the ledger: by their symbols. One that begins with a digit has a slash before it there, as
 * Beancount wants it.
 */
final class Commodities {

    private Commodities() {}

    /** @throws IllegalArgumentException when Beancount has no way to write the symbol */
    static String ofSymbol(String symbol) {
        boolean letter = symbol.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
        if (!letter || symbol.endsWith(".") || symbol.endsWith("-")) {
            throw new IllegalArgumentException("the symbol %s cannot be written in Beancount".formatted(symbol));
        }
        return Character.isDigit(symbol.charAt(0)) ? "/" + symbol : symbol;
    }

    static String symbol(String commodity) {
        return commodity.startsWith("/") ? commodity.substring(1) : commodity;
    }

    /** Whether units that are not held at cost are cash: a security may have a currency's name. */
    static boolean isCurrency(String commodity) {
        return commodity.length() == 3 && Currencies.digits(commodity) >= 0;
    }
}
