package io.dawsos.observatory.model;

import java.util.List;

/**
 * Which series a query wants, and over which time.
 *
 * @param matchers all must pass
 * @param from first millisecond of interest, included
 * @param to last millisecond of interest, included
 */
public record Selection(List<Matcher> matchers, long from, long to) {
    public Selection {
        matchers = List.copyOf(matchers);
    }
}
