package io.dawsos.observatory.promql.parse;

/** How large a query may be, so that no text can exhaust the memory or the stack. */
final class Limits {
    /** Characters of a query. */
    static final int LENGTH = 256 * 1024;

    /** Levels of the parsed expression, which every walk over it descends. */
    static final int DEPTH = 500;

    private Limits() {}
}
