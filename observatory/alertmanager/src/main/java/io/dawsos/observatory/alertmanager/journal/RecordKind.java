package io.dawsos.observatory.alertmanager.journal;

/** What a record says, by its first byte. Numbers are never used for something else again. */
public enum RecordKind {
    /** An alert as it is from here on. */
    ALERT(1),
    /** An alert is forgotten. */
    ALERT_GONE(2),
    /** A silence as it is from here on. */
    SILENCE(3),
    /** A silence is forgotten. */
    SILENCE_GONE(4),
    /** A notification is about to be sent. */
    SENDING(5),
    /** A notification has been sent. */
    SENT(6),
    /** A notification that was about to be sent has not been. */
    NOT_SENT(7),
    /** The last record of a snapshot. */
    END(8);

    private final int number;

    RecordKind(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static RecordKind of(int number) {
        for (RecordKind kind : values()) {
            if (kind.number == number) {
                return kind;
            }
        }
        throw new CorruptRecordException("a record of the unknown kind " + number);
    }
}
