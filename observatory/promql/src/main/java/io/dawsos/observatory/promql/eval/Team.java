package io.dawsos.observatory.promql.eval;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs one query's loops over rows on several threads: the caller's, and others of the engine's pool as far as they
 * are free. A loop is not started within another. The first exception ends the loop and is the caller's.
 */
final class Team {
    /** Works through the rows {@code from} (included) to {@code to} (excluded); rows are independent of each other. */
    interface Body {
        void run(int from, int to, Worker worker);
    }

    private final Executor pool;
    private final List<Worker> workers;
    private final Limits limits;

    /** @param workers one a thread, the first for the caller's */
    Team(Executor pool, List<Worker> workers, Limits limits) {
        this.pool = pool;
        this.workers = List.copyOf(workers);
        this.limits = limits;
    }

    Worker first() {
        return workers.get(0);
    }

    void each(int size, Body body) {
        int others = Math.min(workers.size(), size) - 1;
        Loop loop = new Loop(size, Math.clamp(size / (workers.size() * 8L), 1, 64), body, limits);
        Turn[] started = new Turn[Math.max(others, 0)];
        for (int i = 0; i < started.length; i++) {
            started[i] = new Turn(loop, workers.get(i + 1));
            start(started[i]);
        }
        loop.run(workers.get(0));
        for (Turn turn : started) {
            turn.join();
        }
        loop.rethrow();
    }

    private void start(Turn turn) {
        try {
            pool.execute(turn);
        } catch (RejectedExecutionException e) {
            // The pool is full or closed: the caller's thread does the rows alone.
            turn.skip();
        }
    }

    private static final class Loop {
        private final int size;
        private final int grain;
        private final Body body;
        private final Limits limits;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Loop(int size, int grain, Body body, Limits limits) {
            this.size = size;
            this.grain = grain;
            this.body = body;
            this.limits = limits;
        }

        void run(Worker worker) {
            try {
                while (failure.get() == null) {
                    int from = next.getAndAdd(grain);
                    if (from >= size) {
                        return;
                    }
                    limits.check();
                    body.run(from, Math.min(size, from + grain), worker);
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        }

        void rethrow() {
            switch (failure.get()) {
                case null -> {}
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case Throwable e -> throw new IllegalStateException(e);
            }
        }
    }

    /** One thread's turn, which the caller may take back while it has not begun. */
    private static final class Turn implements Runnable {
        private final Loop loop;
        private final Worker worker;
        private final AtomicBoolean taken = new AtomicBoolean();
        private final CountDownLatch done = new CountDownLatch(1);

        Turn(Loop loop, Worker worker) {
            this.loop = loop;
            this.worker = worker;
        }

        @Override
        public void run() {
            if (taken.compareAndSet(false, true)) {
                try {
                    loop.run(worker);
                } finally {
                    done.countDown();
                }
            }
        }

        void skip() {
            taken.set(true);
            done.countDown();
        }

        void join() {
            if (taken.compareAndSet(false, true)) {
                return;
            }
            boolean interrupted = false;
            while (true) {
                try {
                    done.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
