package io.dawsos.observatory.promql.eval;

import org.jspecify.annotations.Nullable;

/** Tells which node of the plan a thread's time goes to, when a query is explained. For one thread. */
final class Stopwatch {
    private final boolean on;
    private @Nullable NodeStats current;
    private long since;

    Stopwatch(boolean on) {
        this.on = on;
    }

    /** From now on time is that node's; returns whose it was. */
    @Nullable
    NodeStats enter(@Nullable NodeStats node) {
        if (!on) {
            return null;
        }
        long now = System.nanoTime();
        NodeStats before = current;
        if (before != null) {
            before.spent(now - since);
        }
        current = node;
        since = now;
        return before;
    }

    @Nullable
    NodeStats current() {
        return current;
    }
}
