package io.dawsos.observatory.rules.testing;

/**
 * A sample that a query must give.
 *
 * @param labels as {@code up{job="api"}}; empty for none
 * @param histogram in promqltest's notation; empty when the sample is a float
 * @param line where it stands in the file
 */
public record ExpectedSample(String labels, double value, String histogram, int line) {}
