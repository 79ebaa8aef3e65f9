package io.dawsos.observatory.server.http;

import org.jspecify.annotations.Nullable;

/** Tells that the client of the request that this thread serves has gone away, while nothing is read from it. */
public final class ClientWatch implements AutoCloseable {
    private static final ThreadLocal<LookAhead> CONNECTION = new ThreadLocal<>();

    private final @Nullable LookAhead connection;

    private ClientWatch(@Nullable LookAhead connection) {
        this.connection = connection;
    }

    /** Set by the connection for the thread that serves it. */
    static void serve(@Nullable LookAhead connection) {
        if (connection == null) {
            CONNECTION.remove();
        } else {
            CONNECTION.set(connection);
        }
    }

    /** Runs the action once when the client goes away, until the watch is closed; without a known connection never. */
    public static ClientWatch start(Runnable gone) {
        LookAhead connection = CONNECTION.get();
        if (connection != null) {
            connection.watch(gone);
        }
        return new ClientWatch(connection);
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.unwatch();
        }
    }
}
