package io.dawsos.observatory.config;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How to call a server: Prometheus's {@code http_config}. Secrets and certificates in files are read anew on use. Safe
 * for use by many threads.
 */
public final class HttpClientConfig {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);

    private final Credentials credentials;
    private final RequestHeaders headers;
    private final TlsConfig tls;
    private final ProxyConfig proxy;
    private final boolean followRedirects;
    private final boolean http2;

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Built built;

    /** A client and the files that it was made of. */
    private record Built(TlsMaterial material, HttpClient client) {}

    private HttpClientConfig(ConfigMap map, Credentials credentials, RequestHeaders headers) {
        this.credentials = credentials;
        this.headers = headers;
        this.tls = TlsConfig.read(map.mapOrNull("tls_config"));
        this.proxy = ProxyConfig.read(map);
        this.followRedirects = map.bool("follow_redirects", true);
        this.http2 = map.bool("enable_http2", true);
    }

    /**
     * Reads the keys that stand inline in a map: {@code basic_auth}, {@code authorization}, {@code bearer_token}, {@code
     * oauth2}, {@code tls_config}, {@code proxy_url} and so on. The caller reads its own keys and calls {@link
     * ConfigMap#end}.
     */
    public static HttpClientConfig read(ConfigMap map) {
        return read(map, InstantSource.system());
    }

    /** @param clock by which tokens expire */
    public static HttpClientConfig read(ConfigMap map, InstantSource clock) {
        return new HttpClientConfig(map, CredentialsReader.read(map, clock), RequestHeaders.read(map));
    }

    /** What is used where nothing is written. */
    public static HttpClientConfig defaults() {
        return read(ConfigFile.parse("defaults", "").map());
    }

    /** Only what concerns the connection. */
    static HttpClientConfig readTransport(ConfigMap map) {
        return new HttpClientConfig(map, new Credentials.None(), RequestHeaders.NONE);
    }

    /**
     * The client, the same one until a certificate's file changes. It follows redirects if it shall, ten at most, and
     * takes credentials along to the same host only. An interrupt ends its {@link HttpClient#send}.
     *
     * @throws IOException when a certificate or key cannot be read
     */
    public HttpClient client() throws IOException {
        TlsMaterial material = tls.material();
        lock.lock();
        try {
            if (built == null || !built.material().equals(material)) {
                built = new Built(material, build(material));
            }
            return built.client();
        } finally {
            lock.unlock();
        }
    }

    private HttpClient build(TlsMaterial material) throws IOException {
        HttpClient.Builder client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .version(http2 ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
        tls.apply(material, client);
        proxy.apply(client);
        return new RedirectingClient(client.build(), followRedirects, headers.names());
    }

    /**
     * Puts on the headers that prove who calls, and those that the file asks for.
     *
     * @throws IOException when a secret's file cannot be read, or no token is to be had
     */
    public void authorize(HttpRequest.Builder request) throws IOException {
        credentials.put(request);
        headers.put(request);
    }
}
