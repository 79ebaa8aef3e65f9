package io.dawsos.observatory.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** The system's clock. */
final class SystemAlarm implements Alarm {
    /** A clock that is set is noticed after so long at the latest. */
    private static final Duration LONGEST_NAP = Duration.ofMinutes(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();

    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public boolean await(Instant time, BooleanSupplier unwanted) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!unwanted.getAsBoolean()) {
                Duration left = Duration.between(instant(), time);
                if (!left.isPositive()) {
                    return true;
                }
                Duration nap = left.compareTo(LONGEST_NAP) < 0 ? left : LONGEST_NAP;
                var _ = woken.awaitNanos(nap.toNanos());
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void wake() {
        lock.lock();
        try {
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
