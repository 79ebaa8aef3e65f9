package io.dawsos.portfolio.ledger;

/** A lot and what it is a lot of. */
public record HeldLot(Lot lot, String symbol, String name, String currency) {}
