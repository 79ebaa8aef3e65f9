package io.dawsos.portfolio.simulator;

/** How a simulated provider behaves. */
enum ChaosMode {
    /** As it should. */
    OK,
    /** Answers 500. */
    FAIL,
    /** Takes the request and never answers. */
    STALL,
    /** Answers 200 with something that cannot be used: see {@link Garbage}. */
    GARBAGE,
    /** Answers 429 with {@code Retry-After}. */
    LIMIT
}
