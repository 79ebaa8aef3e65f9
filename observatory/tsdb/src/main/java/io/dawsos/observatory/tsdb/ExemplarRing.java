package io.dawsos.observatory.tsdb;

import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Selection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The newest exemplars of all series; a new one pushes out the oldest. Safe for many threads. */
final class ExemplarRing {
    private final int most;
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private final Map<Labels, Exemplar> newest = new HashMap<>();

    private record Entry(Labels series, Exemplar exemplar) {}

    ExemplarRing(int most) {
        this.most = most;
    }

    /** The newest of a series, null when there is none. */
    synchronized @Nullable Exemplar newest(Labels series) {
        return newest.get(series);
    }

    synchronized void add(Labels series, Exemplar exemplar) {
        if (most == 0 || exemplar.equals(newest.get(series))) {
            return;
        }
        if (entries.size() == most) {
            Entry oldest = entries.removeFirst();
            newest.remove(oldest.series, oldest.exemplar);
        }
        entries.addLast(new Entry(series, exemplar));
        newest.put(series, exemplar);
    }

    synchronized void forEach(BiConsumer<Labels, Exemplar> visitor) {
        entries.forEach(entry -> visitor.accept(entry.series, entry.exemplar));
    }

    synchronized List<SeriesExemplars> select(Selection selection) {
        Map<Labels, List<Exemplar>> found = new TreeMap<>();
        for (Entry entry : entries) {
            long time = entry.exemplar.timestamp();
            if (time >= selection.from() && time <= selection.to() && matches(entry.series, selection)) {
                found.computeIfAbsent(entry.series, key -> new ArrayList<>()).add(entry.exemplar);
            }
        }
        List<SeriesExemplars> all = new ArrayList<>();
        found.forEach((series, exemplars) -> {
            exemplars.sort(Comparator.comparingLong(Exemplar::timestamp));
            all.add(new SeriesExemplars(series, exemplars));
        });
        return all;
    }

    private static boolean matches(Labels series, Selection selection) {
        return selection.matchers().stream().allMatch(matcher -> matcher.matches(series.get(matcher.name())));
    }

    synchronized void delete(Selection selection) {
        entries.removeIf(entry -> entry.exemplar.timestamp() >= selection.from()
                && entry.exemplar.timestamp() <= selection.to()
                && matches(entry.series, selection));
        newest.clear();
        entries.forEach(entry -> newest.put(entry.series, entry.exemplar));
    }
}
