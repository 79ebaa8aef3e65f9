package io.dawsos.observatory.tsdb;

import io.dawsos.observatory.tsdb.block.Block;
import io.dawsos.observatory.tsdb.block.BlockFolder;
import io.dawsos.observatory.tsdb.codec.CorruptDataException;
import io.dawsos.observatory.tsdb.wal.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The blocks of a store, by time. Readers take the list as it is; changes are made under this object's lock. */
final class BlockList {
    private static final Pattern NAME = Pattern.compile("block-[0-9a-f]{16}");

    private final Path folder;
    private final Problems problems;
    private volatile List<Block> blocks = List.of();
    private long lastNumber;

    BlockList(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** Opens what is there: half-written blocks and replaced ones are deleted, corrupt ones set aside. */
    synchronized void open() throws IOException {
        Files.createDirectories(folder);
        List<Block> found = new ArrayList<>();
        for (Path path : list()) {
            String name = String.valueOf(path.getFileName());
            if (name.endsWith(".tmp")) {
                BlockFolder.delete(path);
            } else if (NAME.matcher(name.replace(".corrupt", "")).matches()) {
                lastNumber = Math.max(lastNumber, Long.parseLong(name.substring(6, 22), 16));
                if (!name.endsWith(".corrupt")) {
                    openOne(path, found);
                }
            }
        }
        Set<String> replaced = new HashSet<>();
        found.forEach(block -> replaced.addAll(block.sources()));
        for (Block block : List.copyOf(found)) {
            if (replaced.contains(block.name())) {
                BlockFolder.delete(block.folder());
                found.remove(block);
            }
        }
        blocks = sorted(found);
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private void openOne(Path path, List<Block> into) throws IOException {
        try {
            into.add(Block.open(path));
        } catch (CorruptDataException | IOException e) {
            setAside(path, e);
        }
    }

    private void setAside(Path path, Exception cause) throws IOException {
        Durable.move(path, path.resolveSibling(path.getFileName() + ".corrupt"));
        problems.add("set aside the corrupt block " + path.getFileName(), cause);
    }

    /** Takes a block out of use whose chunks turned out to be corrupt. */
    synchronized void setAside(Block block, Exception cause) {
        if (!blocks.contains(block)) {
            return;
        }
        List<Block> left = new ArrayList<>(blocks);
        left.remove(block);
        blocks = List.copyOf(left);
        try {
            setAside(block.folder(), cause);
        } catch (IOException e) {
            problems.add("could not rename the corrupt block " + block.name(), e);
        }
    }

    /** By time. */
    List<Block> all() {
        return blocks;
    }

    /** Where the next block goes. */
    synchronized Path next() {
        return folder.resolve(String.format("block-%016x", ++lastNumber));
    }

    /** Puts a block in the place of others. */
    synchronized void replace(List<Block> old, Path made) throws IOException {
        List<Block> now = new ArrayList<>(blocks);
        now.removeAll(old);
        if (Files.exists(made)) {
            now.add(Block.open(made));
        }
        blocks = sorted(now);
        for (Block block : old) {
            BlockFolder.delete(block.folder());
        }
    }

    /** Deletes a block. */
    synchronized void delete(Block block) throws IOException {
        List<Block> left = new ArrayList<>(blocks);
        left.remove(block);
        blocks = List.copyOf(left);
        BlockFolder.delete(block.folder());
    }

    private static List<Block> sorted(List<Block> blocks) {
        List<Block> sorted = new ArrayList<>(blocks);
        sorted.sort(Comparator.comparingLong(Block::from).thenComparing(Block::name));
        return List.copyOf(sorted);
    }

    long bytes() {
        return blocks.stream().mapToLong(Block::size).sum();
    }
}
