package io.dawsos.observatory.model;

/**
 * One observation that stands for many: a value of a series with labels of its own, mostly a trace's id.
 *
 * @param labels the exemplar's, not those of its series
 * @param timestamp in milliseconds
 */
public record Exemplar(Labels labels, double value, long timestamp) {}
