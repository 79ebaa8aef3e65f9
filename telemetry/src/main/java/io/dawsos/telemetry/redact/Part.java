package io.dawsos.telemetry.redact;

/** A part of a text that is to be hidden: from {@code start} up to, not including, {@code end}. */
record Part(int start, int end) {}
