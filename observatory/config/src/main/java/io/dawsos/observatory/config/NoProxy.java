package io.dawsos.observatory.config;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code no_proxy}: hosts that are called without the proxy. Names cover what is below them; {@code *} is everyone. */
record NoProxy(List<String> entries) {
    static NoProxy parse(String text) {
        return new NoProxy(Arrays.stream(text.split(","))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .toList());
    }

    boolean covers(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return entries.stream().anyMatch(entry -> covers(entry, bare, port(uri)));
    }

    private static int port(URI uri) {
        return uri.getPort() > 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
    }

    private static boolean covers(String entry, String host, int port) {
        if (entry.equals("*")) {
            return true;
        }
        if (entry.contains("/")) {
            AddressRange range = AddressRange.parse(entry);
            return range != null && range.contains(host);
        }
        int colon = entry.lastIndexOf(':');
        boolean hasPort = colon > 0 && entry.indexOf(':') == colon;
        if (hasPort && !entry.substring(colon + 1).equals(Integer.toString(port))) {
            return false;
        }
        return coversName(hasPort ? entry.substring(0, colon) : entry, host);
    }

    /** {@code example.com} is itself and all below; {@code .example.com} and {@code *.example.com} only what is below. */
    private static boolean coversName(String name, String host) {
        if (name.startsWith("*.")) {
            return host.endsWith(name.substring(1));
        }
        if (name.startsWith(".")) {
            return host.endsWith(name);
        }
        return host.equals(name) || host.endsWith("." + name);
    }
}
