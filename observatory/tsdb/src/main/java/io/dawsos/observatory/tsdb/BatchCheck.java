package io.dawsos.observatory.tsdb;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.Refusal;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.tsdb.head.Head;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides for each sample of a batch whether it is stored, against what is stored and what the batch itself brought
 * before. Used under the store's lock, so that nothing changes meanwhile.
 */
final class BatchCheck {
    /** A sample that is not stored, since it is there. */
    static final int UNCHANGED = -1;

    static final int REFUSED = -2;

    /** Far enough from the ends of a long that differences of times do not overflow. */
    static final long EARLIEST = -(1L << 52);

    private final Head head;
    private final StoreSettings settings;
    private final BlockReader blocks;

    /** By series: the batch that touched it last, and that batch's newest sample of it. */
    private int[] batchOf = new int[64];

    private int[] newestOf = new int[64];
    private int batchNumber;
    private final Map<Late, Integer> lateOnes = new HashMap<>();
    private final Samples found = new Samples(16);

    private record Late(int ref, long time) {}

    /** Reads samples that were moved to blocks. */
    interface BlockReader {
        void read(Labels labels, long time, Samples into);
    }

    BatchCheck(Head head, StoreSettings settings, BlockReader blocks) {
        this.head = head;
        this.settings = settings;
        this.blocks = blocks;
    }

    void begin() {
        batchNumber++;
        lateOnes.clear();
    }

    /**
     * The series to put the i-th sample into, or {@link #UNCHANGED} or {@link #REFUSED}. Makes series that are new.
     *
     * @param floor first time that was not cut into a block
     * @param newest time of the store's newest sample, this batch included
     * @param latest time after which a sample is too far ahead
     */
    int series(Batch batch, int i, long floor, long newest, long latest, Tally tally) {
        Labels labels = batch.labels[i];
        int ref = labels == null ? batch.refs[i] : head.find(labels);
        if (labels == null && !head.has(ref)) {
            return refuse(Refusal.UNKNOWN_SERIES, "series number " + ref, tally);
        }
        long time = batch.times[i];
        if (time > latest) {
            return refuse(Refusal.TOO_FAR_AHEAD, name(batch, i) + " at " + time, tally);
        }
        long window = settings.outOfOrderWindow().toMillis();
        long oldest = Math.min(floor, newest);
        if (window > 0 && newest != Long.MIN_VALUE) {
            oldest = Math.min(oldest, newest - window);
        }
        if (time < Math.max(oldest, EARLIEST)) {
            return refuse(Refusal.TOO_OLD, name(batch, i) + " at " + time + ", the oldest is " + oldest, tally);
        }
        if (ref < 0 && labels != null) {
            Refusal reason = Admission.ofSeries(labels, head, settings.limits());
            if (reason != null) {
                return refuse(reason, labels.toString(), tally);
            }
            ref = head.create(labels);
        }
        return inTime(batch, i, ref, floor, newest, tally);
    }

    private int inTime(Batch batch, int i, int ref, long floor, long newest, Tally tally) {
        long time = batch.times[i];
        int before = newestInBatch(ref);
        long last = before >= 0 ? batch.times[before] : head.last(ref);
        if (time > last && time >= floor) {
            note(batch, ref, i);
            return ref;
        }
        int same = time == last && before >= 0 ? before : lateOnes.getOrDefault(new Late(ref, time), -1);
        boolean known = same >= 0 || find(ref, time, floor);
        if (known) {
            boolean equal = same >= 0
                    ? equal(batch, i, batch.values[same], batch.histograms[same])
                    : equal(batch, i, found.value(0), found.histogram(0));
            return equal ? UNCHANGED : refuse(Refusal.DUPLICATE_TIMESTAMP, name(batch, i) + " at " + time, tally);
        }
        long window = settings.outOfOrderWindow().toMillis();
        if (time < last && (window == 0 || time < newest - window)) {
            Refusal reason = window == 0 ? Refusal.OUT_OF_ORDER : Refusal.TOO_OLD;
            return refuse(reason, name(batch, i) + " at " + time + ", its newest is at " + last, tally);
        }
        if (time > last) {
            note(batch, ref, i);
        } else {
            lateOnes.put(new Late(ref, time), i);
        }
        return ref;
    }

    private boolean find(int ref, long time, long floor) {
        found.clear();
        head.read(ref, time, time, found);
        if (found.size() == 0 && time < floor) {
            blocks.read(head.labels(ref), time, found);
        }
        return found.size() > 0;
    }

    private static boolean equal(Batch batch, int i, double value, @Nullable NativeHistogram histogram) {
        NativeHistogram mine = batch.histograms[i];
        if (mine != null) {
            return mine.equals(histogram);
        }
        return histogram == null && Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits(batch.values[i]);
    }

    /** The index of the batch's newest sample of a series, -1 when it has none. */
    private int newestInBatch(int ref) {
        return ref < batchOf.length && batchOf[ref] == batchNumber ? newestOf[ref] : -1;
    }

    private void note(Batch batch, int ref, int i) {
        if (ref >= batchOf.length) {
            int capacity = Math.max(ref + 1, batchOf.length * 2);
            batchOf = Arrays.copyOf(batchOf, capacity);
            newestOf = Arrays.copyOf(newestOf, capacity);
        }
        // A sample in order after one that came late in the same batch: the late ones stay findable by their time.
        int before = newestInBatch(ref);
        if (before >= 0) {
            lateOnes.put(new Late(ref, batch.times[before]), before);
        }
        batchOf[ref] = batchNumber;
        newestOf[ref] = i;
    }

    private String name(Batch batch, int i) {
        Labels labels = batch.labels[i];
        return String.valueOf(labels == null ? head.labels(batch.refs[i]) : labels);
    }

    private static int refuse(Refusal reason, String subject, Tally tally) {
        tally.refuse(reason, subject);
        return REFUSED;
    }
}
