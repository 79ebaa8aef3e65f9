package io.dawsos.observatory.ingest.remote;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent, in files of a folder. A record that was added survives the end of the process, however it ends;
 * after a loss of power the newest may be missing. When there are more bytes than allowed the oldest file goes, with
 * what it holds. One reader, any number of writers.
 */
final class SendQueue implements Closeable {
    private static final String ENDING = ".queue";
    private static final long LARGEST_SEGMENT = 16 << 20;
    private static final int SEGMENTS = 8;

    private final Path folder;
    private final long maxBytes;
    private final InstantSource clock;
    private final RemoteWriteCounts counts;
    private final Acknowledgement acknowledgement;
    private final Deque<QueueSegment> segments = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private QueuePosition sent;
    private long sentSamples;
    private boolean closed;

    private SendQueue(
            Path folder, long maxBytes, InstantSource clock, RemoteWriteCounts counts, Acknowledgement acknowledgement)
            throws IOException {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.clock = clock;
        this.counts = counts;
        this.acknowledgement = acknowledgement;
        sent = acknowledgement.read();
    }

    static SendQueue open(Path folder, long maxBytes, InstantSource clock, RemoteWriteCounts counts)
            throws IOException {
        Files.createDirectories(folder);
        SendQueue queue =
                new SendQueue(folder, maxBytes, clock, counts, Acknowledgement.open(folder.resolve("acknowledged")));
        try {
            queue.load();
        } catch (IOException e) {
            queue.close();
            throw e;
        }
        return queue;
    }

    private void load() throws IOException {
        for (long number : numbers()) {
            QueueSegment segment = QueueSegment.open(number, file(number));
            if (number < sent.segment() || segment.size() == 0) {
                segment.delete();
            } else {
                segments.add(segment);
            }
        }
        sentSamples = samplesBefore(sent);
    }

    private List<Long> numbers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.matches("\\d{16}\\.queue"))
                    .map(name -> Long.parseLong(name.substring(0, name.length() - ENDING.length())))
                    .sorted()
                    .toList();
        }
    }

    private Path file(long number) {
        return folder.resolve(String.format("%016d", number) + ENDING);
    }

    private long samplesBefore(QueuePosition position) throws IOException {
        QueueSegment first = segments.peekFirst();
        long samples = 0;
        if (first != null && first.number() == position.segment()) {
            QueueRecord record = first.read(0);
            while (record != null && record.end().compareTo(position) <= 0) {
                samples += record.samples();
                record = first.read(record.end().offset());
            }
        }
        return samples;
    }

    void add(byte[] payload, int samples) throws IOException {
        lock.lock();
        try {
            if (closed) {
                throw new IOException("the queue in " + folder + " is closed");
            }
            writable().append(payload, clock.millis(), samples);
            trim();
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private QueueSegment writable() throws IOException {
        QueueSegment last = segments.peekLast();
        if (last == null || last.size() >= Math.min(LARGEST_SEGMENT, maxBytes / SEGMENTS)) {
            long number = last == null ? sent.segment() + 1 : last.number() + 1;
            last = QueueSegment.open(number, file(number));
            segments.add(last);
        }
        return last;
    }

    private void trim() throws IOException {
        while (segments.size() > 1 && bytes() > maxBytes) {
            QueueSegment oldest = segments.removeFirst();
            counts.dropped(RemoteWriteDrop.QUEUE_FULL, oldest.samples() - sentSamples);
            sentSamples = 0;
            oldest.delete();
        }
    }

    /** Bytes on disk. */
    long bytes() {
        lock.lock();
        try {
            return segments.stream().mapToLong(QueueSegment::size).sum();
        } finally {
            lock.unlock();
        }
    }

    /** Samples that wait. */
    long samples() {
        lock.lock();
        try {
            return segments.stream().mapToLong(QueueSegment::samples).sum() - sentSamples;
        } finally {
            lock.unlock();
        }
    }

    /** Up to where it is sent. */
    QueuePosition sent() {
        lock.lock();
        try {
            return sent;
        } finally {
            lock.unlock();
        }
    }

    /** The first record behind a place, or null when there is none within some time. */
    @Nullable
    QueueRecord next(QueuePosition after, long nanos) throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            QueueRecord record = find(after);
            while (record == null && left > 0 && !closed) {
                left = filled.awaitNanos(left);
                record = find(after);
            }
            return record;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable QueueRecord find(QueuePosition after) throws IOException {
        for (QueueSegment segment : segments) {
            if (segment.number() >= after.segment()) {
                QueueRecord record = segment.read(segment.number() == after.segment() ? after.offset() : 0);
                if (record != null) {
                    return record;
                }
            }
        }
        return null;
    }

    /** Says that everything before a place need not be sent again. */
    void acknowledge(QueuePosition position) throws IOException {
        lock.lock();
        try {
            if (closed || position.compareTo(sent) <= 0) {
                return;
            }
            acknowledgement.write(position);
            sent = position;
            while (segments.size() > 1 && segments.getFirst().number() < position.segment()) {
                segments.removeFirst().delete();
            }
            sentSamples = samplesBefore(position);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
            for (QueueSegment segment : segments) {
                segment.close();
            }
            segments.clear();
            acknowledgement.close();
        } finally {
            lock.unlock();
        }
    }
}
