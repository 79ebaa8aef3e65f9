package io.dawsos.observatory.tsdb;

import java.util.ArrayDeque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong and was lived with: the newest hundred, and a warning in the log each. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(TimeSeriesStore.class);
    private static final int MOST = 100;

    private final ArrayDeque<String> newest = new ArrayDeque<>();

    synchronized void add(String problem) {
        LOG.warn("{}", problem);
        if (newest.size() == MOST) {
            newest.removeFirst();
        }
        newest.addLast(problem);
    }

    void add(String doing, Exception cause) {
        LOG.debug("{}", doing, cause);
        add(doing + ": " + cause);
    }

    synchronized List<String> list() {
        return List.copyOf(newest);
    }
}
