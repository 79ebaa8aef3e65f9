package io.dawsos.portfolio.reconcile;

import java.util.Map;
import java.util.UUID;

/**
 * What this service holds.
 *
 * @param currencies of every security, by symbol
 * @param lastTrades the number of each portfolio's last trade
 */
record ServiceSide(
        Map<UUID, ServicePortfolio> portfolios, Map<String, String> currencies, Map<UUID, Long> lastTrades) {}
