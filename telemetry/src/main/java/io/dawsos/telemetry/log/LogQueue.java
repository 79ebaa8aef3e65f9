package io.dawsos.telemetry.log;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue of many producers and one consumer, without locks: a producer takes a place by one compare-and-set,
 * then fills it.
 */
final class LogQueue<E> {

    private final AtomicReferenceArray<@Nullable E> places;
    private final int mask;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong read = new AtomicLong();

    /** @param capacity rounded up to a power of two */
    LogQueue(int capacity) {
        int size = Integer.highestOneBit(Math.max(2, capacity) - 1) << 1;
        this.places = new AtomicReferenceArray<>(size);
        this.mask = size - 1;
    }

    /** False when it is full. */
    boolean offer(E element) {
        long place;
        do {
            place = taken.get();
            if (place - read.get() > mask) {
                return false;
            }
        } while (!taken.compareAndSet(place, place + 1));
        places.set((int) place & mask, element);
        return true;
    }

    /** The oldest; null when there is none. Only the consumer may call this. */
    @Nullable
    E poll() {
        long place = read.get();
        int index = (int) place & mask;
        E element = places.get(index);
        while (element == null) {
            if (taken.get() == place) {
                return null;
            }
            Thread.onSpinWait(); // its producer has the place and is about to fill it
            element = places.get(index);
        }
        places.set(index, null);
        read.set(place + 1);
        return element;
    }

    /** How many were ever taken in. */
    long offered() {
        return taken.get();
    }

    boolean isEmpty() {
        return taken.get() == read.get();
    }
}
