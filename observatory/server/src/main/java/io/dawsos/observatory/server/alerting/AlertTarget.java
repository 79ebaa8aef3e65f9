package io.dawsos.observatory.server.alerting;

/** Where alerts of the rules go when an Alertmanager runs in this process. */
public enum AlertTarget {
    /** To it, in place of those that the configuration names. */
    EMBEDDED,
    /** To it and to those that the configuration names: for moving over. */
    BOTH,
    /** To those that the configuration names only; it serves others. */
    CONFIGURED
}
