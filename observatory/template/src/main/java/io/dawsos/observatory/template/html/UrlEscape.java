package io.dawsos.observatory.template.html;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Escapes for addresses. */
final class UrlEscape {
    private static final Set<String> SAFE_SCHEMES = Set.of("http", "https", "mailto");
    private static final String RESERVED = "!#$&*+,/:;=?@[]";

    private UrlEscape() {}

    /** The address, or what is refused stands for when its scheme could run a script. */
    static String filtered(String url) {
        return isSafe(url) ? url : "#" + Filter.REFUSED;
    }

    static boolean isSafe(String url) {
        int colon = url.indexOf(':');
        String scheme = colon < 0 ? "" : url.substring(0, colon);
        return colon < 0 || scheme.indexOf('/') >= 0 || SAFE_SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
    }

    /** An address as it is, except for characters that end attributes or strings. */
    static String normalized(String url) {
        return escaped(url, true);
    }

    /** A part of a query, in which nothing has a meaning of its own. */
    static String component(String text) {
        return escaped(text, false);
    }

    private static String escaped(String url, boolean keepReserved) {
        byte[] bytes = url.getBytes(StandardCharsets.UTF_8);
        StringBuilder escaped = new StringBuilder(bytes.length + 16);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xff);
            boolean kept = isUnreserved(c)
                    || (keepReserved && RESERVED.indexOf(c) >= 0)
                    || (keepReserved && c == '%' && isHex(bytes, i + 1) && isHex(bytes, i + 2));
            if (kept) {
                escaped.append(c);
            } else {
                escaped.append(String.format("%%%02x", (int) c));
            }
        }
        return escaped.toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }

    private static boolean isHex(byte[] bytes, int at) {
        return at < bytes.length && Character.digit(bytes[at], 16) >= 0;
    }

    /** {@code srcset}'s list of addresses with sizes. */
    static String sourceSet(String set) {
        List<String> sources = new ArrayList<>();
        for (String source : set.split(",", -1)) {
            String[] parts = source.strip().split("\\s+", 2);
            boolean plain = parts.length < 2 || parts[1].matches("[0-9a-zA-Z. ]*");
            sources.add(
                    plain && isSafe(parts[0])
                            ? normalized(parts[0]) + (parts.length < 2 ? "" : " " + parts[1])
                            : "#" + Filter.REFUSED);
        }
        return String.join(", ", sources);
    }
}
