package io.dawsos.observatory.model;

/**
 * What is known of a metric beside its samples; a part that is not known is empty.
 *
 * @param type {@code counter}, {@code gauge}, {@code histogram}, {@code summary}, {@code info}, {@code stateset} or
 *     {@code unknown}
 * @param unit the base unit, such as {@code seconds}
 * @param help one sentence
 */
public record MetricMetadata(String type, String unit, String help) {}
