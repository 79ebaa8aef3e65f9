package io.dawsos.observatory.ingest.wire;

import java.io.IOException;

/** A message that is none. */
public final class WireException extends IOException {
    private final int at;

    /** @param at the byte where it shows, from 0 */
    public WireException(int at, String problem) {
        super("byte " + at + ": " + problem);
        this.at = at;
    }

    public int at() {
        return at;
    }
}
