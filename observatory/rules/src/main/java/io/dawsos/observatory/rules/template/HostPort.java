package io.dawsos.observatory.rules.template;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host and a port, as instances are named: {@code host:9100}, {@code [::1]:9100}.
 *
 * @param host without brackets
 */
record HostPort(String host, String port) {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    /** The text's parts; null when it is not both. */
    static @Nullable HostPort parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return null;
        }
        String host = text.substring(0, colon);
        String port = text.substring(colon + 1);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String inner = bracketed ? host.substring(1, host.length() - 1) : host;
        boolean stray = inner.contains("[") || inner.contains("]") || port.contains("]") || port.contains("[");
        return stray || (!bracketed && inner.contains(":")) ? null : new HostPort(inner, port);
    }

    /** The text without its port; as it is when it has none. */
    static String withoutPort(String text) {
        HostPort parsed = parse(text);
        return parsed == null ? text : parsed.host;
    }

    /** The text with the first part only of a host's name; addresses stay as they are. */
    static String withoutDomain(String text) {
        HostPort parsed = parse(text);
        String host = parsed == null ? text : parsed.host;
        if (isAddress(host)) {
            return text;
        }
        int dot = host.indexOf('.');
        String first = dot < 0 ? host : host.substring(0, dot);
        return parsed == null || parsed.port.isEmpty() ? first : join(first, parsed.port);
    }

    private static String join(String host, String port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private static boolean isAddress(String host) {
        return host.contains(":") || IPV4.matcher(host).matches();
    }
}
