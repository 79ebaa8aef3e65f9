package io.dawsos.portfolio.valuation;

import io.dawsos.portfolio.pricing.PackRef;
import java.time.LocalDate;
import java.util.UUID;

/** What is to be valued, and with which pack: the newest one that is not after the day. */
record Subject(UUID portfolio, LocalDate asof, String owner, String baseCurrency, PackRef pack) {}
