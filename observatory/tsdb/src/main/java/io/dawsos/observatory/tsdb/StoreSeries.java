package io.dawsos.observatory.tsdb;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.model.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A series in some blocks and the head: read one after another, or merged where their times overlap. */
final class StoreSeries implements Series {
    private final Labels labels;

    /** Mostly one. By age: of a timestamp that two have, the older part's sample is taken. */
    private Part[] parts;

    /** Samples of the series in one place. */
    interface Part {
        void read(long from, long to, Samples into);
    }

    StoreSeries(Labels labels, Part part) {
        this.labels = labels;
        this.parts = new Part[] {part};
    }

    void add(Part part) {
        Part[] more = Arrays.copyOf(parts, parts.length + 1);
        more[parts.length] = part;
        parts = more;
    }

    @Override
    public Labels labels() {
        return labels;
    }

    @Override
    public void read(long from, long to, Samples into) {
        int start = into.size();
        for (Part part : parts) {
            int before = into.size();
            part.read(from, to, into);
            boolean follows =
                    before == start || into.size() == before || into.timestamp(before - 1) < into.timestamp(before);
            if (!follows) {
                into.truncate(start);
                merge(from, to, into);
                return;
            }
        }
    }

    private void merge(long from, long to, Samples into) {
        List<Samples> columns = new ArrayList<>();
        for (Part part : parts) {
            Samples column = new Samples();
            part.read(from, to, column);
            columns.add(column);
        }
        int[] at = new int[parts.length];
        while (true) {
            int next = -1;
            for (int i = 0; i < at.length; i++) {
                boolean earlier = at[i] < columns.get(i).size()
                        && (next < 0
                                || columns.get(i).timestamp(at[i])
                                        < columns.get(next).timestamp(at[next]));
                next = earlier ? i : next;
            }
            if (next < 0) {
                return;
            }
            long time = columns.get(next).timestamp(at[next]);
            copy(columns.get(next), at[next], into);
            for (int i = 0; i < at.length; i++) {
                if (at[i] < columns.get(i).size() && columns.get(i).timestamp(at[i]) == time) {
                    at[i]++;
                }
            }
        }
    }

    private static void copy(Samples from, int i, Samples into) {
        if (from.histogram(i) != null) {
            into.append(from.timestamp(i), Objects.requireNonNull(from.histogram(i)));
        } else {
            into.append(from.timestamp(i), from.value(i));
        }
        if (from.startTimestamp(i) != 0) {
            into.startedAt(from.startTimestamp(i));
        }
    }
}
