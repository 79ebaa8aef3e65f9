package io.dawsos.observatory.tsdb.wal;

import io.dawsos.observatory.tsdb.codec.CorruptDataException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log from its newest checkpoint on. What a crash left half written at the end of the last segment is cut off; a
 * damaged record elsewhere is left out and the rest is read. Both are told.
 */
public final class WalReader {
    private static final int HEADER = 8;

    private final RecordVisitor visitor;
    private final List<String> problems = new ArrayList<>();
    private long records;

    private WalReader(RecordVisitor visitor) {
        this.visitor = visitor;
    }

    public static Replay read(Path folder, RecordVisitor visitor) throws IOException {
        WalReader reader = new WalReader(visitor);
        List<WalFile> files = WalFile.list(folder);
        int from = 0;
        for (WalFile file : files) {
            from = file.checkpoint() ? file.number() : from;
        }
        for (WalFile file : files) {
            if (file.number() >= from) {
                reader.file(file, file.equals(files.getLast()));
            }
        }
        int next = files.isEmpty() ? 1 : files.getLast().number() + 1;
        return new Replay(next, reader.records, reader.problems);
    }

    private void file(WalFile file, boolean last) throws IOException {
        long size = Files.size(file.path());
        long good = 0;
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16))) {
            byte[] magic = in.readNBytes(Wal.MAGIC.length);
            if (Arrays.equals(magic, Wal.MAGIC)) {
                good = frames(in, file, size);
            }
        }
        if (good == size) {
            return;
        }
        if (last && !file.checkpoint()) {
            problems.add(
                    file.path().getFileName() + ": cut off a torn tail of " + (size - good) + " bytes after " + good);
            cut(file.path(), good);
        } else {
            problems.add(file.path().getFileName() + ": left out " + (size - good) + " damaged bytes after " + good);
        }
    }

    private static void cut(Path path, long length) throws IOException {
        if (length == 0) {
            Files.delete(path);
            return;
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(length);
            file.getFD().sync();
        }
    }

    private long frames(InputStream in, WalFile file, long size) throws IOException {
        long good = Wal.MAGIC.length;
        byte @Nullable [] waiting = null;
        long at = good;
        while (true) {
            byte[] header = in.readNBytes(HEADER);
            long length = header.length < HEADER ? -1 : u32(header, 0);
            if (length <= 0 || length > Wal.MAX_RECORD || length > size - at - HEADER) {
                return good;
            }
            byte[] payload = in.readNBytes((int) length);
            at += HEADER + payload.length;
            if (payload.length < length) {
                return good;
            }
            if ((int) crc(payload) != (int) u32(header, 4)) {
                if (waiting != null) {
                    return good;
                }
                waiting = payload;
                continue;
            }
            if (waiting != null) {
                // A good record follows: not a torn tail, but damage.
                problems.add(file.path().getFileName() + ": left out a damaged record of " + waiting.length
                        + " bytes after " + good);
                waiting = null;
            }
            record(payload, file, good);
            good = at;
        }
    }

    private void record(byte[] payload, WalFile file, long at) {
        try {
            RecordReader.read(payload, visitor);
            records++;
        } catch (CorruptDataException e) {
            problems.add(file.path().getFileName() + ": left out the record after " + at + ": " + e.getMessage());
        }
    }

    private static long u32(byte[] bytes, int at) {
        return (bytes[at] & 0xffL)
                | ((bytes[at + 1] & 0xffL) << 8)
                | ((bytes[at + 2] & 0xffL) << 16)
                | ((bytes[at + 3] & 0xffL) << 24);
    }

    private static long crc(byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(payload);
        return crc.getValue();
    }
}
