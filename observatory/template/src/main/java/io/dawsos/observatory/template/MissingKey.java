package io.dawsos.observatory.template;

/** What a key that a map lacks stands for. */
public enum MissingKey {
    /** No value, printed as {@code <no value>}; Go's default. */
    NO_VALUE,
    /** The zero value: the empty string, or in an {@link AnyMap} no value. So do Prometheus and Alertmanager. */
    ZERO,
    /** An error. */
    ERROR
}
