package io.dawsos.telemetry.log;

/** How log lines look: {@code DAWSOS_LOG_FORMAT}. */
public enum LogFormat {
    /** One JSON object a line: for machines. */
    JSON,
    /** One aligned line an event, a stack trace below it: for people. */
    TEXT
}
