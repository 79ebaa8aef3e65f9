package io.dawsos.telemetry.log;

import io.dawsos.telemetry.redact.Redactor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * The thread that turns captured log calls into lines and writes them, many at once. While there is traffic it looks at
 * the queue every few milliseconds, so that a log call costs no wake-up; when it has been quiet it sleeps until called.
 */
final class LogWorker implements Runnable {

    private static final int BATCH_BYTES = 64 * 1024;
    private static final long LOOK_AGAIN = Duration.ofMillis(10).toNanos();
    private static final int LOOKS_BEFORE_SLEEP = 100;
    private static final long SLEEP = Duration.ofMinutes(1).toNanos();

    private final LogQueue<Captured> queue;
    private final LineFormat format;
    private final OutputStream out;
    private final Redactor redactor;
    private final LogDrops drops;
    private final Clock clock;
    private final @Nullable OtlpLogs otlp;
    private final Thread thread;
    private final Object progress = new Object();
    private long handled; // guarded by progress
    private volatile boolean asleep;
    private volatile boolean closing;
    private volatile boolean abandoned;

    LogWorker(
            LogQueue<Captured> queue,
            LineFormat format,
            OutputStream out,
            Redactor redactor,
            LogDrops drops,
            Clock clock,
            @Nullable OtlpLogs otlp) {
        this.queue = queue;
        this.format = format;
        this.out = out;
        this.redactor = redactor;
        this.drops = drops;
        this.clock = clock;
        this.otlp = otlp;
        this.thread = Thread.ofPlatform().name("dawsos-log").daemon().unstarted(this);
    }

    void start() {
        thread.start();
    }

    boolean isAsleep() {
        return asleep;
    }

    /** Never blocks. */
    void accept(Captured event) {
        if (closing) {
            drops.add(drops.closed, 1);
        } else if (!queue.offer(event)) {
            drops.add(drops.queueFull, 1);
        }
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    /** Whether all that was accepted before is written within this time. */
    boolean flush(Duration within) {
        long target = queue.offered();
        long end = System.nanoTime() + within.toNanos();
        LockSupport.unpark(thread);
        boolean interrupted = false;
        try {
            synchronized (progress) {
                while (handled < target) {
                    long left = (end - System.nanoTime()) / 1_000_000;
                    if (left <= 0 || !thread.isAlive()) {
                        return false;
                    }
                    try {
                        progress.wait(left);
                    } catch (InterruptedException e) {
                        interrupted = true;
                        return false;
                    }
                }
            }
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Writes what was accepted, for at most this time, and ends; what is left over is counted as lost. */
    void close(Duration within) {
        closing = true;
        if (!flush(within)) {
            abandoned = true;
            thread.interrupt();
        }
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        int quiet = 0;
        while (!abandoned && (!closing || !queue.isEmpty())) {
            quiet = drain() ? 0 : quiet + 1;
            tellDrops();
            if (!closing) {
                rest(quiet);
            }
        }
        long left = 0;
        while (queue.poll() != null) {
            left++;
        }
        drops.add(drops.closed, left);
    }

    private void rest(int quiet) {
        if (quiet < LOOKS_BEFORE_SLEEP) {
            LockSupport.parkNanos(this, LOOK_AGAIN);
            return;
        }
        asleep = true;
        if (queue.isEmpty()) { // who offers after this look sees asleep
            LockSupport.parkNanos(this, SLEEP);
        }
        asleep = false;
    }

    /** Whether there was anything. */
    private boolean drain() {
        long events = 0;
        Captured event = queue.poll();
        while (event != null && !abandoned) {
            add(event);
            events++;
            if (format.length() > BATCH_BYTES) {
                write(events);
                events = 0;
            }
            event = queue.poll();
        }
        if (events == 0) {
            return false;
        }
        write(events);
        return true;
    }

    private void add(Captured event) {
        int before = format.length();
        try {
            LogLine line = LogLine.of(event, redactor);
            format.add(line);
            if (otlp != null) {
                otlp.emit(line);
            }
        } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
            format.truncate(before); // one bad event must not end the log: it is counted
            drops.add(drops.failed, 1);
        }
    }

    private void write(long events) {
        try {
            format.writeTo(out);
            out.flush();
            if (out instanceof PrintStream print && print.checkError()) {
                throw new IOException("the stream took no more"); // it keeps its exceptions to itself
            }
        } catch (IOException e) {
            format.truncate(0);
            drops.add(drops.notWritten, events);
        }
        synchronized (progress) {
            handled += events;
            progress.notifyAll();
        }
    }

    private void tellDrops() {
        long lost = drops.toTell();
        if (lost > 0) {
            add(Captured.own(clock.instant(), LogLevel.WARNING, "log events lost", new KeyValuePair("events", lost)));
            write(0);
        }
    }
}
