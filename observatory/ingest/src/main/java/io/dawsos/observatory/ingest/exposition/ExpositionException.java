package io.dawsos.observatory.ingest.exposition;

import io.dawsos.observatory.ingest.wire.WireException;
import java.io.IOException;

/** A body that is not in its format, with the place where that shows. */
public final class ExpositionException extends IOException {
    private final int line;
    private final int column;

    /**
     * @param line from 1; 0 in a format without lines
     * @param column from 1, in bytes; in a format without lines, from the beginning
     */
    public ExpositionException(int line, int column, String problem) {
        super((line == 0 ? "byte " + column : "line " + line + ", column " + column) + ": " + problem);
        this.line = line;
        this.column = column;
    }

    ExpositionException(WireException e) {
        super(e.getMessage(), e);
        line = 0;
        column = e.at();
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
