package io.dawsos.observatory.promql;

/** Asks a running query to stop. Safe for use by many threads; once cancelled it stays so. */
public final class Cancellation {
    private volatile boolean cancelled;

    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }
}
