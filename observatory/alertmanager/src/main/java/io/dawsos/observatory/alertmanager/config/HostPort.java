package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.ConfigNode;
import org.jspecify.annotations.Nullable;

/** A host and a port; an IPv6 address is written in brackets. The host may be empty: this machine. */
public record HostPort(String host, int port) {
    private static final int LARGEST = 65535;

    /** Null when the text is empty. */
    static @Nullable HostPort read(@Nullable ConfigNode node) {
        if (node == null || node.string().isEmpty()) {
            return null;
        }
        String text = node.string();
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon);
        boolean brackets = host.startsWith("[") && host.endsWith("]");
        if (colon < 0 || (!brackets && host.contains(":"))) {
            throw node.problem("wanted host:port like mail.example.org:587, got \"" + text + "\"");
        }
        return new HostPort(
                brackets ? host.substring(1, host.length() - 1) : host, port(node, text.substring(colon + 1)));
    }

    private static int port(ConfigNode node, String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= LARGEST) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw node.problem("wanted a port after the colon, a number up to " + LARGEST + ", got \"" + text + "\"");
        }
        throw node.problem("wanted a port up to " + LARGEST + ", got \"" + text + "\"");
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
