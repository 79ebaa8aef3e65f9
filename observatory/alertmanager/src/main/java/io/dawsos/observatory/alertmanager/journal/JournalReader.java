package io.dawsos.observatory.alertmanager.journal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads a journal from its newest snapshot on. What a crash left half written at the end of the last segment is cut off; a
 * damaged record elsewhere is left out. Both are told.
 */
final class JournalReader {
    private final Consumer<RecordInput> visitor;
    private final List<String> problems = new ArrayList<>();
    private long records;
    private long bytes;

    private JournalReader(Consumer<RecordInput> visitor) {
        this.visitor = visitor;
    }

    /** @param visitor may throw {@link CorruptRecordException}, by which the record is left out */
    static Recovery read(Path folder, Consumer<RecordInput> visitor) throws IOException {
        JournalReader reader = new JournalReader(visitor);
        List<JournalFile> files = JournalFile.list(folder);
        int from = files.stream()
                .filter(JournalFile::snapshot)
                .mapToInt(JournalFile::number)
                .max()
                .orElse(0);
        for (JournalFile file : files) {
            if (file.number() >= from) {
                reader.file(file, file.equals(files.getLast()));
            }
        }
        return new Recovery(reader.records, reader.bytes, reader.problems);
    }

    private void file(JournalFile file, boolean last) throws IOException {
        long size = Files.size(file.path());
        long good = 0;
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16))) {
            if (Arrays.equals(in.readNBytes(Frames.MAGIC.length), Frames.MAGIC)) {
                good = frames(in, file, size);
            }
        }
        bytes += good;
        if (good == size) {
            return;
        }
        if (last && !file.snapshot()) {
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

    /** Returns up to where the file is good. A damaged record that a good one follows is no torn tail. */
    private long frames(DataInputStream in, JournalFile file, long size) throws IOException {
        long good = Frames.MAGIC.length;
        long at = good;
        long damaged = 0;
        while (true) {
            byte[] header = in.readNBytes(Frames.HEADER);
            int length = header.length < Frames.HEADER ? 0 : number(header, 0);
            if (length <= 0 || length > Frames.MAX_PAYLOAD || length > size - at - Frames.HEADER) {
                return good;
            }
            byte[] payload = in.readNBytes(length);
            at += Frames.HEADER + length;
            if (Frames.checksum(payload) != number(header, 4)) {
                damaged += Frames.HEADER + length;
                continue;
            }
            if (damaged > 0) {
                problems.add(file.path().getFileName() + ": left out " + damaged + " damaged bytes after " + good);
                damaged = 0;
            }
            record(payload, file, at);
            good = at;
        }
    }

    private static int number(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    private void record(byte[] payload, JournalFile file, long end) {
        try {
            RecordInput record = new RecordInput(payload);
            if (record.kind() != RecordKind.END) {
                visitor.accept(record);
                records++;
            }
        } catch (CorruptRecordException e) {
            problems.add(file.path().getFileName() + ": left out the record before " + end + ": " + e.getMessage());
        }
    }
}
