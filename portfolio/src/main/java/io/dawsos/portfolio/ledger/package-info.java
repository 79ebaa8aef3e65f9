/**
 * Portfolios, their trades and the lots that trades open and close. What is pure is in {@link
 * io.dawsos.portfolio.ledger.LotBook}; what is stored goes through {@link io.dawsos.portfolio.ledger.TradeDesk}, one
 * transaction a trade under its portfolio's lock.
 */
@NullMarked
package io.dawsos.portfolio.ledger;

import org.jspecify.annotations.NullMarked;
