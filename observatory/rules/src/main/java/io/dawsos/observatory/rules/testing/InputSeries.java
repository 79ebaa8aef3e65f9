package io.dawsos.observatory.rules.testing;

/**
 * A series that a test feeds to the rules.
 *
 * @param series its name, as {@code up{job="api"}}
 * @param values in promqltest's notation, as {@code 1 1 _ 0x3 stale}
 * @param line where it stands in the file
 */
public record InputSeries(String series, String values, int line) {}
