package io.dawsos.telemetry.trace;

import io.dawsos.telemetry.trace.Losses.Reason;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jctools.queues.MessagePassingQueue;
import org.jctools.queues.varhandle.MpscVarHandleArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue with one thread behind it that exports in batches. {@link #add} never blocks and never throws: what
 * finds no room is counted and dropped. One export runs at a time; while it is stuck the queue fills, and no further.
 */
final class ExportQueue<T> {

    /** Within the five seconds that closing may take in all. */
    private static final long SHUTDOWN_NANOS = Duration.ofMillis(4500).toNanos();

    private final QueueLimits limits;
    private final Function<List<T>, CompletableResultCode> export;
    private final Losses losses;
    private final MessagePassingQueue<T> queue;
    private final Thread worker;
    private final AtomicReference<@Nullable CompletableResultCode> flush = new AtomicReference<>();
    private final CompletableResultCode stopped = new CompletableResultCode();
    private volatile boolean waiting;
    private volatile boolean stopping;
    private volatile long stopDeadline;

    /** @param export takes a batch that it may not keep, on the queue's thread; its answer may come later */
    ExportQueue(String name, QueueLimits limits, Losses losses, Function<List<T>, CompletableResultCode> export) {
        this.limits = limits;
        this.export = export;
        this.losses = losses;
        this.queue = new MpscVarHandleArrayQueue<>(Math.max(2, limits.size()));
        this.worker = Thread.ofPlatform().daemon().name("dawsos-" + name).unstarted(this::work);
    }

    ExportQueue<T> start() {
        worker.start();
        return this;
    }

    void add(T item) {
        if (stopping) {
            losses.lost(1, Reason.SHUTDOWN, null);
        } else if (!queue.offer(item)) {
            losses.lost(1, Reason.QUEUE_FULL, null);
        } else if (waiting && queue.size() >= limits.batch()) {
            wake();
        }
    }

    int size() {
        return queue.size();
    }

    int capacity() {
        return queue.capacity();
    }

    /** Exports what is in the queue now. */
    CompletableResultCode flush() {
        if (stopping) {
            return stopped;
        }
        CompletableResultCode mine = new CompletableResultCode();
        CompletableResultCode current = flush.compareAndExchange(null, mine);
        wake();
        return current == null ? mine : current;
    }

    /** Exports what is left for at most 4.5 s, then counts the rest as dropped. Completes in any case. */
    CompletableResultCode shutdown() {
        if (!stopping) {
            stopDeadline = System.nanoTime() + SHUTDOWN_NANOS;
            stopping = true;
            wake();
        }
        return stopped;
    }

    private void wake() {
        waiting = false;
        LockSupport.unpark(worker);
    }

    private void work() {
        List<T> batch = new ArrayList<>(limits.batch());
        while (!stopping) {
            awaitBatch();
            CompletableResultCode flushing = flush.get();
            int left = flushing == null ? limits.batch() : queue.size();
            do {
                left -= exportSome(batch);
            } while (flushing != null && left > 0 && !stopping && !queue.isEmpty());
            losses.warnIfDue();
            if (flushing != null) {
                flush.set(null);
                flushing.succeed();
            }
        }
        finish(batch);
    }

    private void awaitBatch() {
        long due = System.nanoTime() + limits.delay().toNanos();
        waiting = true;
        while (queue.size() < limits.batch() && flush.get() == null && !stopping) {
            long left = due - System.nanoTime();
            if (left <= 0) {
                break;
            }
            LockSupport.parkNanos(this, left);
            waiting = true;
        }
        waiting = false;
    }

    private void finish(List<T> batch) {
        while (!queue.isEmpty() && stopDeadline - System.nanoTime() > 0) {
            exportSome(batch);
        }
        losses.lost(queue.drain(item -> {}), Reason.SHUTDOWN, null);
        losses.warnNow();
        CompletableResultCode flushing = flush.getAndSet(null);
        if (flushing != null) {
            flushing.succeed();
        }
        stopped.succeed();
    }

    private int exportSome(List<T> batch) {
        queue.drain(batch::add, limits.batch());
        int count = batch.size();
        if (count > 0) {
            export(batch, count);
            batch.clear();
        }
        return count;
    }

    private void export(List<T> batch, int count) {
        CompletableResultCode result;
        try {
            result = export.apply(batch);
        } catch (RuntimeException e) {
            result = CompletableResultCode.ofExceptionalFailure(e);
        }
        await(result);
        if (result.isSuccess()) {
            losses.exported(count);
        } else {
            losses.lost(count, Reason.EXPORT_FAILED, cause(result));
        }
    }

    private void await(CompletableResultCode result) {
        long deadline = System.nanoTime() + limits.exportTimeout().toNanos();
        result.whenComplete(() -> LockSupport.unpark(worker));
        while (!result.isDone()) {
            long now = System.nanoTime();
            long left = stopping ? Math.min(deadline - now, stopDeadline - now) : deadline - now;
            if (left <= 0) {
                return;
            }
            LockSupport.parkNanos(this, left);
        }
    }

    private @Nullable Throwable cause(CompletableResultCode result) {
        return result.isDone()
                ? result.getFailureThrowable()
                : new IllegalStateException("no answer within " + limits.exportTimeout());
    }
}
