package io.dawsos.observatory.alertmanager.stage;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ends the waiting between tries, when a configuration is loaded anew or the program ends. For many threads. */
public final class Cutoff {
    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean reached;

    boolean isReached() {
        return reached;
    }

    /** Runs at the end, unless it is left before; at once when that has been. */
    void enter(Runnable atEnd) {
        waiting.add(atEnd);
        if (reached && waiting.remove(atEnd)) {
            atEnd.run();
        }
    }

    /** Whether the caller left before the end ran it. */
    boolean leave(Runnable atEnd) {
        return waiting.remove(atEnd);
    }

    public void reach() {
        reached = true;
        for (Runnable atEnd : List.copyOf(waiting)) {
            if (waiting.remove(atEnd)) {
                atEnd.run();
            }
        }
    }
}
