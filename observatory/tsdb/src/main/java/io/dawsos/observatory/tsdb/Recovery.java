package io.dawsos.observatory.tsdb;

import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.Selection;
import io.dawsos.observatory.tsdb.codec.Chunk;
import io.dawsos.observatory.tsdb.codec.CorruptDataException;
import io.dawsos.observatory.tsdb.codec.SampleRun;
import io.dawsos.observatory.tsdb.head.Head;
import io.dawsos.observatory.tsdb.wal.RecordVisitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts what the log holds into the head. What is there is left as it is: a checkpoint is taken while samples come in, so
 * the log behind it repeats some of what it has.
 */
final class Recovery implements RecordVisitor {
    private static final int LARGEST_REF = 1 << 28;

    private final Head head;
    private final ExemplarRing exemplars;
    private final Map<String, MetricMetadata> metadata;
    private final ReplayBuffer pending;

    /** Series that came again under another int, which a damaged record of the first can bring about. */
    private final Map<Integer, Integer> renamed = new HashMap<>();

    private long unknown;

    /** @param bytes about how many may be taken up besides what is put into the head */
    Recovery(Head head, ExemplarRing exemplars, Map<String, MetricMetadata> metadata, long bytes) {
        this.head = head;
        this.pending = new ReplayBuffer(bytes);
        this.exemplars = exemplars;
        this.metadata = metadata;
    }

    /** Samples and exemplars of series that the log does not name, since a record was damaged. */
    long unknown() {
        return unknown;
    }

    @Override
    public void series(int ref, Labels labels) {
        if (ref > LARGEST_REF) {
            throw new CorruptDataException("a series of the number " + ref);
        }
        int known = head.find(labels);
        if (known == ref) {
            return;
        }
        if (known >= 0) {
            renamed.put(ref, known);
        } else if (head.has(ref)) {
            renamed.put(ref, head.create(labels));
        } else {
            renamed.remove(ref);
            head.create(ref, labels);
        }
    }

    private int ref(int ref) {
        int now = renamed.isEmpty() ? ref : renamed.getOrDefault(ref, ref);
        return head.has(now) ? now : -1;
    }

    @Override
    public void sample(int ref, long time, double value, @Nullable NativeHistogram histogram, long start) {
        int to = ref(ref);
        if (to < 0) {
            unknown++;
            return;
        }
        pending.add(to, time, value, histogram, start);
        if (pending.isFull()) {
            flush();
        }
    }

    @Override
    public void exemplar(int ref, Exemplar exemplar) {
        int of = ref(ref);
        if (of < 0) {
            unknown++;
            return;
        }
        Labels series = head.labels(of);
        Exemplar newest = exemplars.newest(series);
        if (newest == null || newest.timestamp() <= exemplar.timestamp()) {
            exemplars.add(series, exemplar);
        }
    }

    @Override
    public void metadata(String metric, MetricMetadata described) {
        metadata.put(metric, described);
    }

    /** Puts what waits into the head: at the latest when all was read. */
    void flush() {
        pending.flush(head);
    }

    @Override
    public void delete(List<Matcher> matchers, long from, long to) {
        flush();
        head.delete(matchers, from, to);
        exemplars.delete(new Selection(matchers, from, to));
    }

    @Override
    public void chunks(int ref, byte[][] chunks) {
        flush();
        int to = ref(ref);
        if (to < 0) {
            unknown++;
        } else if (head.last(to) == Long.MIN_VALUE) {
            head.load(to, chunks);
        } else {
            for (int i = 0; i < chunks.length; i += 2) {
                SampleRun run = Chunk.decode(chunks[i], chunks[i + 1]);
                for (int j = 0; j < run.size(); j++) {
                    sample(ref, run.time(j), run.value(j), run.histogram(j), run.start(j));
                }
            }
        }
    }

    @Override
    public void end() {}
}
