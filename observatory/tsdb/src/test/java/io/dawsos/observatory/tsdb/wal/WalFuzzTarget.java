package io.dawsos.observatory.tsdb.wal;

import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.tsdb.codec.ByteSink;
import io.dawsos.observatory.tsdb.codec.CorruptDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What Jazzer feeds its inputs to. The first byte chooses: the rest is the payload of a record, which a checksum would
 * else keep away from the reader; or a whole file as it is; or a file of one record with the right checksum. Each is read
 * or refused, and what was read is written and read again as the same.
 */
public final class WalFuzzTarget {
    private WalFuzzTarget() {}

    /** Jazzer finds it by its name. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        if (data.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(data, 1, data.length);
        switch (data[0] & 3) {
            case 0 -> file(rest);
            case 1 -> file(framed(rest));
            default -> payload(rest);
        }
    }

    private static void payload(byte[] payload) {
        Rewriter first = new Rewriter();
        try {
            RecordReader.read(payload, first);
        } catch (CorruptDataException e) {
            return;
        }
        byte[] written = first.writer.toBytes();
        Rewriter second = new Rewriter();
        RecordReader.read(written, second);
        if (!Arrays.equals(written, second.writer.toBytes())) {
            throw new IllegalStateException("read again as another record");
        }
    }

    private static byte[] framed(byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(payload);
        ByteSink out = new ByteSink();
        out.bytes(Wal.MAGIC, 0, Wal.MAGIC.length).u32(payload.length).u32((int) crc.getValue());
        return out.bytes(payload, 0, payload.length).toBytes();
    }

    private static void file(byte[] content) throws IOException {
        Path folder = Files.createTempDirectory("wal-fuzz");
        Path segment = Files.write(Wal.segment(folder, 1), content);
        try {
            long records = WalReader.read(folder, new Rewriter()).records();
            // What a second start finds is whole.
            Replay again = WalReader.read(folder, new Rewriter());
            if (again.records() != records) {
                throw new IllegalStateException(records + " records, then " + again.records());
            }
        } finally {
            Files.deleteIfExists(segment);
            Files.delete(folder);
        }
    }

    /** Writes what it is told. */
    private static final class Rewriter implements RecordVisitor {
        private final RecordWriter writer = new RecordWriter();

        @Override
        public void series(int ref, Labels labels) {
            writer.series(ref, labels);
        }

        @Override
        public void sample(int ref, long time, double value, @Nullable NativeHistogram histogram, long start) {
            writer.sample(ref, time, value, histogram, start);
        }

        @Override
        public void exemplar(int ref, Exemplar exemplar) {
            writer.exemplar(ref, exemplar);
        }

        @Override
        public void metadata(String metric, MetricMetadata metadata) {
            writer.metadata(metric, metadata);
        }

        @Override
        public void delete(List<Matcher> matchers, long from, long to) {
            writer.delete(matchers, from, to);
        }

        @Override
        public void chunks(int ref, byte[][] chunks) {
            writer.chunks(ref, chunks);
        }

        @Override
        public void end() {
            writer.end();
        }
    }
}
