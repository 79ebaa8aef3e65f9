package io.dawsos.observatory.ingest.exposition;

import java.nio.charset.StandardCharsets;

/** Text with backslashes, as the text formats write it. */
final class Escapes {
    private Escapes() {}

    /** What a range says: a backslash before another, before n, and in quotes before a quote; any other stays. */
    static String text(byte[] bytes, int from, int to, boolean quoted) {
        String raw = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return raw.indexOf('\\') < 0 ? raw : unescaped(raw, quoted);
    }

    private static String unescaped(String raw, boolean quoted) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char next = raw.charAt(i) == '\\' && i + 1 < raw.length() ? raw.charAt(i + 1) : ' ';
            if (next == '\\' || next == 'n' || (quoted && next == '"')) {
                text.append(next == 'n' ? '\n' : next);
                i++;
            } else {
                text.append(raw.charAt(i));
            }
        }
        return text.toString();
    }
}
