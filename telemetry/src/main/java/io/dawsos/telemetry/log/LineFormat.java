package io.dawsos.telemetry.log;

import java.io.IOException;
import java.io.OutputStream;

/** Collects log lines as bytes, to be written together. Not thread-safe. */
sealed interface LineFormat permits JsonLines, TextLines {

    void add(LogLine line);

    /** Bytes collected. */
    int length();

    void writeTo(OutputStream out) throws IOException;

    /** Forgets what was collected after the first {@code length} bytes. */
    void truncate(int length);
}
