package io.dawsos.benchmarks.series;

import com.google.protobuf.CodedOutputStream;
import io.dawsos.observatory.model.Labels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.xerial.snappy.Snappy;

/** A remote-write 1.0 request: series of labels, each with one sample. */
final class RemoteWriteBody {
    /** The labels of a series never change: they are encoded once. */
    private final List<byte[]> labels = new ArrayList<>();

    RemoteWriteBody(List<Labels> series) throws IOException {
        for (Labels each : series) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            for (int i = 0; i < each.size(); i++) {
                ByteArrayOutputStream pair = new ByteArrayOutputStream();
                CodedOutputStream field = CodedOutputStream.newInstance(pair);
                field.writeString(1, each.name(i));
                field.writeString(2, each.value(i));
                field.flush();
                out.writeByteArray(1, pair.toByteArray());
            }
            out.flush();
            labels.add(bytes.toByteArray());
        }
    }

    /** The samples of the fleet's current scrape, of series {@code from} to {@code to}, compressed as the protocol has it. */
    byte[] of(Fleet fleet, int from, int to) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        for (int i = from; i < to; i++) {
            long time = fleet.time(i);
            int sample = CodedOutputStream.computeDoubleSize(1, fleet.value(i))
                    + CodedOutputStream.computeInt64Size(2, time);
            int size = labels.get(i).length
                    + CodedOutputStream.computeTagSize(2)
                    + CodedOutputStream.computeUInt32SizeNoTag(sample)
                    + sample;
            out.writeTag(1, 2);
            out.writeUInt32NoTag(size);
            out.writeRawBytes(labels.get(i));
            out.writeTag(2, 2);
            out.writeUInt32NoTag(sample);
            out.writeDouble(1, fleet.value(i));
            out.writeInt64(2, time);
        }
        out.flush();
        return Snappy.compress(bytes.toByteArray());
    }
}
