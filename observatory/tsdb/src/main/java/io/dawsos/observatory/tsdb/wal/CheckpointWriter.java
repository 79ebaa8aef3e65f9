package io.dawsos.observatory.tsdb.wal;

import io.dawsos.observatory.tsdb.codec.ByteSink;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the head into a file of log records that stands for all segments before its number. */
public final class CheckpointWriter implements Closeable {
    private static final int RECORD = 1 << 20;

    private final Path target;
    private final Path fresh;
    private final OutputStream out;
    private final RecordWriter record = new RecordWriter();

    public CheckpointWriter(Path folder, int number) throws IOException {
        target = Wal.checkpoint(folder, number);
        fresh = target.resolveSibling(target.getFileName() + ".tmp");
        out = new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16);
        out.write(Wal.MAGIC);
    }

    /** Where to put the next entry. */
    public RecordWriter record() throws IOException {
        if (record.size() > RECORD) {
            flush();
        }
        return record;
    }

    private void flush() throws IOException {
        if (!record.isEmpty()) {
            ByteSink frame = Wal.frame(record);
            out.write(frame.array(), 0, frame.size());
            record.clear();
        }
    }

    /** Ends the file and puts it in its place. */
    public void finish() throws IOException {
        record.end();
        flush();
        out.close();
        Durable.syncFile(fresh);
        Durable.move(fresh, target);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(fresh);
    }
}
