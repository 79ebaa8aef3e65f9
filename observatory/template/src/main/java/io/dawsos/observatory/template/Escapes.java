package io.dawsos.observatory.template;

import io.dawsos.observatory.template.format.GoQuote;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The escapes of the built-in functions {@code html}, {@code js} and {@code urlquery}. */
final class Escapes {
    private Escapes() {}

    static String html(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '"' -> escaped.append("&#34;");
                case '\'' -> escaped.append("&#39;");
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\0' -> escaped.append('\ufffd');
                default -> escaped.append(text.charAt(i));
            }
        }
        return escaped.toString();
    }

    static String javascript(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> javascript(escaped, c));
        return escaped.toString();
    }

    private static void javascript(StringBuilder escaped, int c) {
        switch (c) {
            case '\\', '\'', '"' -> escaped.append('\\').append((char) c);
            case '<', '>', '&', '=' -> escaped.append(String.format("\\u%04X", c));
            default -> {
                if (GoQuote.isPrintable(c)) {
                    escaped.appendCodePoint(c);
                } else {
                    escaped.append(String.format("\\u%04X", c));
                }
            }
        }
    }

    static String query(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
