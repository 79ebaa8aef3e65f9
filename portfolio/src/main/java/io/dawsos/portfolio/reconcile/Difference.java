package io.dawsos.portfolio.reconcile;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which the ledger of record and this service differ.
 *
 * @param portfolio its id, where it is about one
 * @param item the security or currency, where it is about one
 * @param inLedger null for nothing
 * @param inService null for nothing
 * @param detail for people
 */
public record Difference(
        DifferenceKind kind,
        @Nullable String portfolio,
        @Nullable String item,
        @Nullable BigDecimal inLedger,
        @Nullable BigDecimal inService,
        String detail) {}
