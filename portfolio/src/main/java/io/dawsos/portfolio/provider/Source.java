package io.dawsos.portfolio.provider;

import java.net.URI;

/**
 * Where one provider is.
 *
 * @param name the metrics' label
 * @param base what every path is put after; has no slash at its end
 * @param simulated whether the market simulator stands in for it
 * @param perMinute how many requests may be sent in a minute
 */
record Source(String name, URI base, ApiKey key, boolean simulated, int perMinute) {}
