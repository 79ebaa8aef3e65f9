package io.dawsos.observatory.tsdb;

import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.tsdb.head.Head;
import io.dawsos.observatory.tsdb.head.HeadPart;
import io.dawsos.observatory.tsdb.wal.CheckpointWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes what is in memory into a file of the log's folder, from which it can be read again without the log before it. */
final class Checkpoints {
    private final Head head;
    private final ExemplarRing exemplars;
    private final Map<String, MetricMetadata> metadata;

    Checkpoints(Head head, ExemplarRing exemplars, Map<String, MetricMetadata> metadata) {
        this.head = head;
        this.exemplars = exemplars;
        this.metadata = metadata;
    }

    /** @param number of the log's file that it comes before */
    void write(Path target, int number) throws IOException {
        try (CheckpointWriter checkpoint = new CheckpointWriter(target, number)) {
            for (HeadPart part : head.select(List.of(), Long.MIN_VALUE, Long.MAX_VALUE)) {
                checkpoint.record().series(part.ref(), part.labels());
                checkpoint.record().chunks(part.ref(), part.toChunks());
            }
            for (Map.Entry<String, MetricMetadata> each : new TreeMap<>(metadata).entrySet()) {
                checkpoint.record().metadata(each.getKey(), each.getValue());
            }
            List<Batch.SeriesExemplar> kept = new ArrayList<>();
            exemplars.forEach((series, exemplar) -> kept.add(new Batch.SeriesExemplar(series, exemplar)));
            for (Batch.SeriesExemplar each : kept) {
                int ref = head.find(each.series());
                if (ref >= 0) {
                    checkpoint.record().exemplar(ref, each.exemplar());
                }
            }
            checkpoint.finish();
        }
    }
}
