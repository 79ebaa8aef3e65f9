package io.dawsos.observatory.ingest.remote;

/** A place in a queue: a byte of a segment. */
record QueuePosition(long segment, long offset) implements Comparable<QueuePosition> {
    static final QueuePosition START = new QueuePosition(0, 0);

    @Override
    public int compareTo(QueuePosition other) {
        int order = Long.compare(segment, other.segment);
        return order != 0 ? order : Long.compare(offset, other.offset);
    }
}
