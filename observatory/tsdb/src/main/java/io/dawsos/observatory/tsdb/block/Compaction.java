package io.dawsos.observatory.tsdb.block;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Which blocks to merge next: first those whose times overlap; then those that fill a larger span, four times the one
 * before, up to the largest; then one of which something was deleted. Spans are aligned, and halves of spans are where
 * chunks are cut, so a merged chunk mostly has the times of its parts.
 */
public final class Compaction {
    private static final int GROWTH = 4;

    private Compaction() {}

    /**
     * A merge.
     *
     * @param blocks by time
     * @param from of the span that the merged block lies in
     * @param to its last millisecond
     */
    public record Plan(List<Block> blocks, long from, long to) {}

    /** Nothing to do is an empty list of blocks. */
    public static Plan next(List<Block> blocks, long smallest, long largest) {
        List<Block> sorted = new ArrayList<>(blocks);
        sorted.sort(Comparator.comparingLong(Block::from));
        List<Block> overlapping = overlapping(sorted);
        if (!overlapping.isEmpty()) {
            return plan(overlapping, smallest, largest);
        }
        long newest = sorted.stream().mapToLong(Block::to).max().orElse(0);
        for (long span = smallest * GROWTH; span <= largest; span *= GROWTH) {
            List<Block> group = group(sorted, span, newest);
            if (!group.isEmpty()) {
                return plan(group, smallest, largest);
            }
        }
        for (Block block : sorted) {
            if (block.hasTombstones()) {
                return plan(List.of(block), smallest, largest);
            }
        }
        return new Plan(List.of(), 0, 0);
    }

    private static List<Block> overlapping(List<Block> sorted) {
        List<Block> group = new ArrayList<>();
        long end = Long.MIN_VALUE;
        for (Block block : sorted) {
            if (!group.isEmpty() && block.from() > end) {
                if (group.size() > 1) {
                    return group;
                }
                group.clear();
            }
            group.add(block);
            end = Math.max(end, block.to());
        }
        return group.size() > 1 ? group : List.of();
    }

    /** Two or more blocks within a span that is over: a newer block lies behind it. */
    private static List<Block> group(List<Block> sorted, long span, long newest) {
        TreeMap<Long, List<Block>> groups = new TreeMap<>();
        for (Block block : sorted) {
            long at = Math.floorDiv(block.from(), span);
            if (Math.floorDiv(block.to(), span) == at && (at + 1) * span <= newest) {
                groups.computeIfAbsent(at, key -> new ArrayList<>()).add(block);
            }
        }
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .findFirst()
                .orElse(List.of());
    }

    private static Plan plan(List<Block> blocks, long smallest, long largest) {
        long first = blocks.stream().mapToLong(Block::from).min().orElse(0);
        long last = blocks.stream().mapToLong(Block::to).max().orElse(0);
        long span = smallest;
        while (span < largest && Math.floorDiv(first, span) != Math.floorDiv(last, span)) {
            span *= GROWTH;
        }
        long from = Math.floorDiv(first, span) * span;
        return new Plan(blocks, from, Math.max(last, from + span - 1));
    }
}
