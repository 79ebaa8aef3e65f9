package io.dawsos.portfolio.valuation;

import io.dawsos.portfolio.pricing.PackRef;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be valued, and with which pack: the newest one that is not after the day.
 *
 * @param ledgerCommitHash of the ledger of record that agreed with what was held, valued with this pack, when they were
 *     last compared; null when they never were
 */
record Subject(
        UUID portfolio,
        LocalDate asof,
        String owner,
        String baseCurrency,
        PackRef pack,
        @Nullable String ledgerCommitHash) {}
