package io.dawsos.portfolio.provider;

import java.time.Instant;

/**
 * What a provider answered.
 *
 * @param at when it answered
 * @param stale whether this is an earlier answer to the same question, because there was none now
 * @param provider the metrics' label: {@code polygon}, {@code fmp}, {@code fred}, {@code news}
 */
public record Answer<T>(T value, Instant at, boolean stale, String provider) {}
