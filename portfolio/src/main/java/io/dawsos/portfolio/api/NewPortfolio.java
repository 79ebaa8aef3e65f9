package io.dawsos.portfolio.api;

import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/portfolios}; the owner is the caller unless an ADMIN or MANAGER names another. */
record NewPortfolio(
        @Nullable String name,
        @Nullable String baseCurrency,
        @Nullable String owner) {

    /** @throws InvalidBodyException telling everything that is wrong */
    void check() {
        Checks checks = new Checks();
        checks.text(name, "name");
        checks.currency(baseCurrency, "base_currency");
        if (owner != null) {
            checks.text(owner, "owner");
        }
        checks.done();
    }
}
