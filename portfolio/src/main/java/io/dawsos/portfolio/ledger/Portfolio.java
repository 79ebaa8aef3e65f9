package io.dawsos.portfolio.ledger;

import java.time.Instant;
import java.util.UUID;

/** A portfolio's own facts; what it holds is in its lots. */
public record Portfolio(UUID id, String owner, String name, String baseCurrency, Instant createdAt) {}
