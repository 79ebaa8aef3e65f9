package io.dawsos.observatory.config;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;

/** How to call a server: Prometheus's {@code http_config}. */
public final class HttpClientConfig {
    private HttpClientConfig() {}

    /** Reads the keys that stand inline in a map; the caller reads its own and calls {@link ConfigMap#end}. */
    public static HttpClientConfig read(ConfigMap map) {
        map.bool("follow_redirects", true);
        map.bool("enable_http2", true);
        return new HttpClientConfig();
    }

    /** The client, the same one until a file that it was made of changes. */
    public HttpClient client() throws IOException {
        return HttpClient.newHttpClient();
    }

    /** Puts on the headers that prove who calls, and those that the file asks for. */
    public void authorize(HttpRequest.Builder request) throws IOException {
        request.setHeader("User-Agent", "dawsos");
    }
}
