package io.dawsos.observatory.config;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which proxy to call through, by the scheme of what is called; the same one for both when it is written. */
record ProxyConfig(@Nullable URI http, @Nullable URI https, NoProxy noProxy) {
    static ProxyConfig read(ConfigMap map) {
        map.unsupported("proxy_connect_header", "put the proxy's user and password into proxy_url");
        String proxy = map.string("proxy_url", "");
        String noProxy = map.string("no_proxy", "");
        boolean environment = map.bool("proxy_from_environment", false);
        if (environment && !(proxy.isEmpty() && noProxy.isEmpty())) {
            throw map.problem("wanted one of proxy_from_environment, and proxy_url with no_proxy; got both");
        }
        if (proxy.isEmpty() && !noProxy.isEmpty()) {
            throw map.need("no_proxy").problem("has no use without proxy_url");
        }
        if (environment) {
            return fromEnvironment(System.getenv());
        }
        URI uri = proxy.isEmpty() ? null : proxy(map.need("proxy_url"));
        return new ProxyConfig(uri, uri, NoProxy.parse(noProxy));
    }

    private static URI proxy(ConfigNode node) {
        URI uri = HttpAddress.read(node);
        if (!uri.getScheme().equalsIgnoreCase("http")) {
            throw node.problem("not supported; proxies are spoken to by http, such as http://proxy:3128");
        }
        return uri;
    }

    /** Where a variable holds no address that is spoken to by http, an exception names it. */
    static ProxyConfig fromEnvironment(Map<String, String> environment) {
        return new ProxyConfig(
                variable(environment, "http_proxy"),
                variable(environment, "https_proxy"),
                NoProxy.parse(either(environment, "no_proxy")));
    }

    private static @Nullable URI variable(Map<String, String> environment, String name) {
        String text = either(environment, name);
        String address = text.isEmpty() || text.contains("://") ? text : "http://" + text;
        String file = name + ": '" + address.replace("'", "''") + "'";
        return text.isEmpty()
                ? null
                : proxy(ConfigFile.parse("environment", file).map().need(name));
    }

    private static String either(Map<String, String> environment, String name) {
        String upper = environment.getOrDefault(name.toUpperCase(Locale.ROOT), "");
        return upper.isEmpty() ? environment.getOrDefault(name, "") : upper;
    }

    void apply(HttpClient.Builder client) {
        if (http == null && https == null) {
            client.proxy(HttpClient.Builder.NO_PROXY);
            return;
        }
        client.proxy(new Selector(this));
        client.authenticator(new ProxyLogin(this));
    }

    @Nullable
    URI of(URI called) {
        return noProxy.covers(called) ? null : "https".equalsIgnoreCase(called.getScheme()) ? https : http;
    }

    static int port(URI proxy) {
        return proxy.getPort() > 0 ? proxy.getPort() : 80;
    }

    /** The addresses hold passwords. */
    @Override
    public String toString() {
        return "ProxyConfig[<secret>]";
    }

    private static final class Selector extends ProxySelector {
        private final ProxyConfig config;

        Selector(ProxyConfig config) {
            this.config = config;
        }

        @Override
        public List<Proxy> select(URI called) {
            URI proxy = config.of(called);
            return List.of(
                    proxy == null
                            ? Proxy.NO_PROXY
                            : new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), port(proxy))));
        }

        @Override
        public void connectFailed(URI called, SocketAddress address, IOException cause) {
            // The call itself fails with the cause.
        }
    }

    private static final class ProxyLogin extends Authenticator {
        private final ProxyConfig config;

        ProxyLogin(ProxyConfig config) {
            this.config = config;
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            if (getRequestorType() != RequestorType.PROXY) {
                return null;
            }
            for (URI proxy : new URI[] {config.http(), config.https()}) {
                if (proxy != null
                        && proxy.getUserInfo() != null
                        && proxy.getHost().equals(getRequestingHost())) {
                    String[] login = proxy.getUserInfo().split(":", 2);
                    return new PasswordAuthentication(login[0], (login.length > 1 ? login[1] : "").toCharArray());
                }
            }
            return null;
        }
    }
}
