package io.dawsos.observatory.rules.send;

import io.dawsos.observatory.model.Alert;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Alerts that wait to be sent; when there are too many, the oldest make room. Safe for use by many threads. */
final class AlertQueue {
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Alert> waiting = new ArrayDeque<>();
    private boolean closed;

    AlertQueue(int capacity) {
        this.capacity = capacity;
    }

    /** Adds alerts; how many were left out for them. */
    int add(List<Alert> alerts) {
        lock.lock();
        try {
            if (closed) {
                return alerts.size();
            }
            waiting.addAll(alerts);
            int dropped = Math.max(0, waiting.size() - capacity);
            for (int i = 0; i < dropped; i++) {
                waiting.removeFirst();
            }
            changed.signal();
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    /** The oldest alerts, at least one, once there are any; none when the queue is closed and empty. */
    List<Alert> take(int most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.await();
            }
            List<Alert> taken = new ArrayList<>();
            while (taken.size() < most && !waiting.isEmpty()) {
                taken.add(waiting.removeFirst());
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more; what waits can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
