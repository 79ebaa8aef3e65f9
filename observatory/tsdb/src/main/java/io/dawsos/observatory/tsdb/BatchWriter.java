package io.dawsos.observatory.tsdb;

import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.Refusal;
import io.dawsos.observatory.tsdb.head.Head;
import io.dawsos.observatory.tsdb.wal.RecordWriter;
import io.dawsos.observatory.tsdb.wal.Wal;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches: checks them, logs what is taken, and then puts it into memory. Used under the store's lock. What could
 * not be logged is not stored.
 */
final class BatchWriter {
    private static final int LONGEST_RECORD = 32 << 20;

    private final StoreSettings settings;
    private final InstantSource clock;
    private final Head head;
    private final ExemplarRing exemplars;
    private final Map<String, MetricMetadata> metadata;
    private final BatchCheck check;
    private final Wal wal;

    /** Series that the log does not name yet. */
    private final Set<Integer> unlogged = new HashSet<>();

    BatchWriter(
            StoreSettings settings,
            InstantSource clock,
            Head head,
            ExemplarRing exemplars,
            Map<String, MetricMetadata> metadata,
            BatchCheck check,
            Wal wal) {
        this.settings = settings;
        this.clock = clock;
        this.head = head;
        this.exemplars = exemplars;
        this.metadata = metadata;
        this.check = check;
        this.wal = wal;
    }

    /**
     * Stores a batch, but what is refused.
     *
     * @param floor first time that was not cut into a block
     * @return the log's position that must be durable before the batch is acknowledged; 0 when nothing was written
     */
    long store(Batch batch, long floor, Tally tally) throws IOException {
        BatchLog log = new BatchLog();
        int[] series = new int[batch.size];
        checkSamples(batch, series, floor, tally, log);
        List<Batch.SeriesExemplar> takenExemplars = checkExemplars(batch, tally, log);
        List<Batch.Described> takenMetadata = checkMetadata(batch, tally, log);
        long position = log.write(wal);
        unlogged.clear();
        for (int i = 0; i < batch.size; i++) {
            if (series[i] >= 0) {
                head.add(series[i], batch.times[i], batch.values[i], batch.histograms[i], batch.starts[i]);
                tally.appended++;
            }
        }
        takenExemplars.forEach(taken -> exemplars.add(taken.series(), taken.exemplar()));
        takenMetadata.forEach(taken -> metadata.put(taken.metric(), taken.metadata()));
        return position;
    }

    /** The records of a batch: mostly one. */
    private final class BatchLog {
        private final List<RecordWriter> full = new ArrayList<>();
        private RecordWriter record = new RecordWriter();
        private final Set<Integer> named = new HashSet<>();

        RecordWriter next() {
            if (record.size() > LONGEST_RECORD) {
                full.add(record);
                record = new RecordWriter();
            }
            return record;
        }

        void name(int ref) {
            if (!unlogged.isEmpty() && unlogged.contains(ref) && named.add(ref)) {
                next().series(ref, head.labels(ref));
            }
        }

        long write(Wal to) throws IOException {
            long position = 0;
            if (!record.isEmpty()) {
                full.add(record);
            }
            for (RecordWriter each : full) {
                position = to.append(each);
            }
            return position;
        }
    }

    private void checkSamples(Batch batch, int[] series, long floor, Tally tally, BatchLog log) {
        long newest = head.last();
        long latest = clock.millis() + Math.min(settings.ahead().toMillis(), 1L << 52);
        check.begin();
        for (int i = 0; i < batch.size; i++) {
            int known = head.next();
            series[i] = check.series(batch, i, floor, newest, latest, tally);
            if (head.next() > known) {
                unlogged.add(known);
            }
            if (series[i] == BatchCheck.UNCHANGED) {
                tally.unchanged++;
            } else if (series[i] >= 0) {
                newest = Math.max(newest, batch.times[i]);
                log.name(series[i]);
                log.next().sample(series[i], batch.times[i], batch.values[i], batch.histograms[i], batch.starts[i]);
            }
        }
    }

    private List<Batch.SeriesExemplar> checkExemplars(Batch batch, Tally tally, BatchLog log) {
        List<Batch.SeriesExemplar> taken = new ArrayList<>();
        for (Batch.SeriesExemplar each : batch.exemplars) {
            int ref = head.find(each.series());
            Refusal reason = exemplarRefusal(each, ref);
            if (reason != null) {
                tally.refuse(reason, "an exemplar of " + each.series());
            } else if (!each.exemplar().equals(exemplars.newest(each.series()))) {
                log.name(ref);
                log.next().exemplar(ref, each.exemplar());
                taken.add(each);
            }
        }
        return taken;
    }

    private @Nullable Refusal exemplarRefusal(Batch.SeriesExemplar each, int ref) {
        if (ref < 0) {
            return Refusal.UNKNOWN_SERIES;
        }
        int length = 0;
        Labels labels = each.exemplar().labels();
        for (int i = 0; i < labels.size(); i++) {
            if (!Admission.isText(labels.name(i)) || !Admission.isText(labels.value(i))) {
                return Refusal.INVALID_LABELS;
            }
            length += labels.name(i).codePointCount(0, labels.name(i).length())
                    + labels.value(i).codePointCount(0, labels.value(i).length());
        }
        if (length > settings.limits().exemplarLength()) {
            return Refusal.EXEMPLAR_LENGTH;
        }
        Exemplar newest = exemplars.newest(each.series());
        return newest != null && newest.timestamp() > each.exemplar().timestamp()
                ? Refusal.EXEMPLAR_OUT_OF_ORDER
                : null;
    }

    private List<Batch.Described> checkMetadata(Batch batch, Tally tally, BatchLog log) {
        List<Batch.Described> taken = new ArrayList<>();
        for (Batch.Described each : batch.metadata) {
            MetricMetadata known = metadata.get(each.metric());
            if (each.metadata().equals(known)) {
                continue;
            }
            if (known == null
                    && metadata.size() + taken.size() >= settings.limits().metadata()) {
                tally.refuse(Refusal.METADATA_LIMIT, each.metric());
                continue;
            }
            log.next().metadata(each.metric(), each.metadata());
            taken.add(each);
        }
        return taken;
    }
}
