package io.dawsos.portfolio.reconcile;

import java.util.Map;
import java.util.UUID;

/**
 * What this service holds.
 *
 * @param currencies of every security, by symbol
 */
record ServiceSide(Map<UUID, ServicePortfolio> portfolios, Map<String, String> currencies) {}
