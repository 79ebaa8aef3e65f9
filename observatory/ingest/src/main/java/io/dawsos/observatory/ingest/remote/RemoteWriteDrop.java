package io.dawsos.observatory.ingest.remote;

import java.util.Locale;

/** Why samples were not sent. */
public enum RemoteWriteDrop {
    /** There were more bytes in the queue than it may hold. */
    QUEUE_FULL,
    /** They were older than is sent. */
    TOO_OLD,
    /** The receiver refused them for good. */
    REFUSED,
    /** They could not be written to the queue. */
    NOT_QUEUED,
    /** They could not be read from the queue. */
    UNREADABLE,
    /** They are native histograms, which are not to be sent. */
    NATIVE_HISTOGRAM;

    /** As a label's value: {@code queue_full}. */
    public String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
