package io.dawsos.observatory.server.http;

import io.helidon.common.configurable.Resource;
import io.helidon.common.tls.Tls;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.http1.Http1Config;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How any of this server's listeners behaves: its limits, its times, its TLS. */
public final class Listener {
    /** Long queries come in addresses too. */
    private static final int LONGEST_ADDRESS = 64 << 10;

    private static final int HEADERS = 32 << 10;
    private static final int CONNECTIONS = 2048;
    private static final int REQUESTS = 512;
    private static final Duration SILENCE = Duration.ofMinutes(5);
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private Listener() {}

    /** @param tls null for none */
    public static <B extends ListenerConfig.BuilderBase<?, ?>> B configure(
            B listener, ListenAddress at, @Nullable Tls tls) {
        listener.host(at.host());
        listener.port(at.port());
        listener.maxTcpConnections(CONNECTIONS);
        listener.maxConcurrentRequests(REQUESTS);
        listener.idleConnectionTimeout(SILENCE);
        listener.shutdownGracePeriod(STOPPING);
        listener.connectionOptions(options -> options.readTimeout(SILENCE));
        // Bodies are unpacked by who reads them, within the reader's limit.
        listener.contentEncoding(ContentEncodingContext.builder()
                .contentEncodingsDiscoverServices(false)
                .addContentEncoding(new Untouched())
                .build());
        if (tls != null) {
            listener.tls(tls);
        }
        return listener;
    }

    static Http1Config http1() {
        return Http1Config.builder()
                .maxPrologueLength(LONGEST_ADDRESS)
                .maxHeadersSize(HEADERS)
                // It refuses match[]=, which people and programs write.
                .validatePrologue(false)
                .build();
    }

    /** TLS with the certificate and key of PEM files. */
    public static Tls tls(Path certificate, Path key) {
        return Tls.builder()
                .privateKey(keys -> keys.pem(pem -> pem.key(Resource.create(key))))
                .privateKeyCertChain(keys -> keys.pem(pem -> pem.certChain(Resource.create(certificate))))
                .build();
    }
}
