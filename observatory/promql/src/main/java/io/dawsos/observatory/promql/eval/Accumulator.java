package io.dawsos.observatory.promql.eval;

/** What an aggregation has gathered of some rows of one group, at every step. For one thread at a time. */
interface Accumulator {
    void add(Column column);

    /** Adds what a later part of the same group has gathered. */
    void merge(Accumulator later);

    Column result();
}
