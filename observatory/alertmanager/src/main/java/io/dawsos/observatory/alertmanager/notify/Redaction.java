package io.dawsos.observatory.alertmanager.notify;

import java.util.List;

/** Takes secrets out of what others have said, and makes one short line of it. */
record Redaction(List<String> secrets) {
    private static final int LONGEST = 300;
    private static final int SHORTEST_SECRET = 4;

    String clean(String text) {
        String clean = text;
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST_SECRET) {
                clean = clean.replace(secret, "<secret>");
            }
        }
        return Message.cut(clean.replaceAll("[\\p{Cntrl}\\s]+", " ").strip(), LONGEST);
    }
}
