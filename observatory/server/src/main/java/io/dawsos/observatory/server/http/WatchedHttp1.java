package io.dawsos.observatory.server.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;

/** HTTP/1.1 whose handlers can be told by {@link ClientWatch} that their client has gone. */
public final class WatchedHttp1 implements ServerConnectionSelector {
    private final Http1ConnectionSelector http1 =
            Http1ConnectionSelector.builder().config(Listener.http1()).build();

    @Override
    public int bytesToIdentifyConnection() {
        return http1.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return http1.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http1.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        LookAhead lookAhead = new LookAhead(context.dataReader());
        return new Watched(http1.connection(new WatchedContext(context, lookAhead)), lookAhead);
    }

    private record Watched(ServerConnection connection, LookAhead lookAhead) implements ServerConnection {
        @Override
        public void handle(Limit limit) throws InterruptedException {
            ClientWatch.serve(lookAhead);
            try {
                connection.handle(limit);
            } finally {
                ClientWatch.serve(null);
            }
        }

        @Override
        public Duration idleTime() {
            return connection.idleTime();
        }

        @Override
        public void close(boolean interrupt) {
            connection.close(interrupt);
        }
    }
}
