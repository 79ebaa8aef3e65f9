package io.dawsos.portfolio.api;

import io.dawsos.portfolio.Refused;

/** How long a piece of a list may be. */
final class Limit {

    private Limit() {}

    /** @throws Refused when it is not from 1 to {@link Page#MOST} */
    static void check(int limit) {
        if (limit < 1 || limit > Page.MOST) {
            throw Refused.invalid("bad-limit", "limit: wanted 1 to %d, got %d".formatted(Page.MOST, limit));
        }
    }
}
