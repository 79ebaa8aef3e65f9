package io.dawsos.portfolio.pricing;

import java.util.Locale;

/** What a build does, in this order. A build that was cut off goes on from the step after which something was kept. */
public enum BuildStep {
    /** Closing prices are asked of the price providers. */
    PRICES,
    /** Exchange rates are asked of the rate provider. */
    RATES,
    /** The content is put together and hashed. */
    HASH,
    /** The content is kept as a pack that is not in use yet. From here on nothing is asked again. */
    WARMING,
    /** The pack is put into the cache. */
    PREWARM,
    /** The ledger of record is compared with what is held, valued by the pack. */
    RECONCILIATION,
    /** The pack is taken into use. */
    FRESH,
    /** The portfolios' alerts are evaluated. */
    ALERTS;

    /** As in the database and in answers. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static BuildStep of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
