package io.dawsos.portfolio.provider;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before asking again: anything from nothing to a bound that doubles each time ("full jitter": Brooker,
 * Exponential Backoff And Jitter, AWS Architecture Blog, 2015), so that many clients that failed together do not come
 * back together.
 */
record Backoff(Duration first, Duration most, RandomGenerator random) {

    private static final int MOST_DOUBLINGS = 20;

    /** @param repeat from 1 */
    Duration before(int repeat) {
        long bound = Math.min(most.toNanos(), first.toNanos() << Math.min(repeat - 1, MOST_DOUBLINGS));
        return Duration.ofNanos(random.nextLong(bound + 1));
    }
}
