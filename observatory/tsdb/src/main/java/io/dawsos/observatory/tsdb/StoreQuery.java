package io.dawsos.observatory.tsdb;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.model.Selection;
import io.dawsos.observatory.model.Series;
import io.dawsos.observatory.tsdb.block.Block;
import io.dawsos.observatory.tsdb.codec.CorruptDataException;
import io.dawsos.observatory.tsdb.head.Head;
import io.dawsos.observatory.tsdb.head.HeadPart;
import io.dawsos.observatory.tsdb.index.LabelIndex;
import io.dawsos.observatory.tsdb.index.LabelValues;
import io.dawsos.observatory.tsdb.index.Matching;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;

/** Answers queries from the blocks and the head together. */
final class StoreQuery {
    private final Head head;
    private final BlockList blocks;

    StoreQuery(Head head, BlockList blocks) {
        this.head = head;
        this.blocks = blocks;
    }

    /** A block whose chunk is corrupt is set aside, and the query that found it fails: half an answer is a wrong one. */
    private final class BlockPart implements StoreSeries.Part {
        private final Block block;
        private final int series;

        BlockPart(Block block, int series) {
            this.block = block;
            this.series = series;
        }

        @Override
        public void read(long from, long to, Samples into) {
            try {
                block.read(series, from, to, into);
            } catch (CorruptDataException e) {
                blocks.setAside(block, e);
                throw new CorruptDataException(
                        block.name() + " is corrupt and was set aside, ask again: " + e.getMessage(), e);
            }
        }
    }

    Stream<Series> select(Selection selection) {
        // The head first: what is cut from it meanwhile is then found in a block, or in both.
        List<HeadPart> headParts = head.select(selection.matchers(), selection.from(), selection.to());
        List<Block> touched = touched(selection);
        if (touched.isEmpty()) {
            return headParts.stream().map(part -> new StoreSeries(part.labels(), part::read));
        }
        Map<Labels, StoreSeries> found = HashMap.newHashMap(headParts.size());
        for (Block block : touched) {
            addBlock(block, selection, found);
        }
        for (HeadPart part : headParts) {
            put(found, part.labels(), part::read);
        }
        return new ArrayList<Series>(found.values()).stream();
    }

    private List<Block> touched(Selection selection) {
        return blocks.all().stream()
                .filter(block -> block.from() <= selection.to() && block.to() >= selection.from())
                .toList();
    }

    private void addBlock(Block block, Selection selection, Map<Labels, StoreSeries> into) {
        try {
            for (IntIterator each = block.select(selection.matchers()).getIntIterator(); each.hasNext(); ) {
                int series = each.next();
                if (block.mayHave(series, selection.from(), selection.to())) {
                    put(into, block.labels(series), new BlockPart(block, series));
                }
            }
        } catch (CorruptDataException e) {
            blocks.setAside(block, e);
            throw e;
        }
    }

    private static void put(Map<Labels, StoreSeries> into, Labels labels, StoreSeries.Part part) {
        StoreSeries before = into.get(labels);
        if (before == null) {
            into.put(labels, new StoreSeries(labels, part));
        } else {
            before.add(part);
        }
    }

    /** Reads one series at one time from the blocks. */
    void readBlocks(Labels labels, long time, Samples into) {
        for (Block block : blocks.all()) {
            if (block.from() <= time && block.to() >= time && into.size() == 0) {
                RoaringBitmap series = new RoaringBitmap();
                for (int i = 0; i < labels.size(); i++) {
                    RoaringBitmap with = block.index().postings(labels.name(i), labels.value(i));
                    if (i == 0) {
                        series = with;
                    } else {
                        series.and(with);
                    }
                }
                for (IntIterator each = series.getIntIterator(); each.hasNext(); ) {
                    int id = each.next();
                    if (block.labels(id).equals(labels)) {
                        block.read(id, time, time, into);
                    }
                }
            }
        }
    }

    List<String> labelNames(Selection selection) {
        TreeSet<String> names = new TreeSet<>();
        forEachIndex(selection, (index, series) -> {
            for (String name : index.names()) {
                if (anyValue(index.values(name), series)) {
                    names.add(name);
                }
            }
        });
        return List.copyOf(names);
    }

    private static boolean anyValue(LabelValues values, RoaringBitmap series) {
        for (int i = 0; i < values.size(); i++) {
            if (has(values, i, series)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(LabelValues values, int i, RoaringBitmap series) {
        RoaringBitmap with = new RoaringBitmap();
        values.addTo(i, with);
        return RoaringBitmap.intersects(with, series);
    }

    List<String> labelValues(String name, Selection selection) {
        TreeSet<String> found = new TreeSet<>();
        forEachIndex(selection, (index, series) -> {
            LabelValues values = index.values(name);
            for (int i = 0; i < values.size(); i++) {
                if (has(values, i, series)) {
                    found.add(values.value(i));
                }
            }
        });
        return List.copyOf(found);
    }

    private void forEachIndex(Selection selection, BiConsumer<LabelIndex, RoaringBitmap> visitor) {
        if (head.first() <= selection.to() && head.last() >= selection.from()) {
            head.ask(index -> {
                visitor.accept(index, Matching.series(selection.matchers(), index));
                return true;
            });
        }
        for (Block block : touched(selection)) {
            RoaringBitmap series = block.select(selection.matchers());
            if (block.hasTombstones()) {
                for (int id : series.toArray()) {
                    if (!block.mayHave(id, Long.MIN_VALUE, Long.MAX_VALUE)) {
                        series.remove(id);
                    }
                }
            }
            visitor.accept(block.index(), series);
        }
    }
}
