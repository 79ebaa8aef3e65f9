package io.dawsos.telemetry.redact;

import org.jspecify.annotations.Nullable;

/**
 * One left-to-right pass over a text. Each character that can stand at a secret is looked at more closely: back over a
 * bounded number of characters, and forward over what is then hidden. Inside of what is hidden the search goes on, as
 * {@code token=password=x} hides one name behind another; it then looks a bounded way ahead, so that hostile text takes
 * linear time as well.
 */
final class Scan {

    private static final int FARTHEST_WITHIN = 1024;

    private final String text;
    private final NamedValues named;
    private final Addresses addresses;
    private final Tokens tokens;
    private @Nullable StringBuilder clean;

    /** Where the last hidden part ends: the text before it is in {@link #clean}. */
    private int done;

    Scan(String text) {
        this.text = text;
        this.named = new NamedValues(text);
        this.addresses = new Addresses(text);
        this.tokens = new Tokens(text);
    }

    String run() {
        for (int i = 0; i < text.length(); i++) {
            int limit = i < done ? Math.min(text.length(), i + FARTHEST_WITHIN) : text.length();
            Part secret = at(i, limit);
            if (secret != null) {
                hide(secret.start(), secret.end());
            }
        }
        return clean == null ? text : clean.append(text, done, text.length()).toString();
    }

    /** The secret that this character stands at. */
    private @Nullable Part at(int i, int limit) {
        return switch (text.charAt(i)) {
            case '=' -> named.at(i, i + 1, limit);
            case ':' -> text.startsWith("://", i) ? addresses.credentials(i + 3, limit) : named.at(i, i + 1, limit);
            case '>' -> named.inElement(i, limit);
            case '@' -> mail(i, i + 1, limit);
            case '%' -> encoded(i, limit);
            case 'e' -> tokens.jwt(i, limit);
            case 'b', 'B' -> tokens.scheme(i, limit);
            default -> null;
        };
    }

    private @Nullable Part mail(int at, int domain, int limit) {
        return addresses.mail(at, domain, at < done ? 0 : done, limit);
    }

    /** {@code %3D} is an equals sign, {@code %40} an at sign. */
    private @Nullable Part encoded(int percent, int limit) {
        if (text.startsWith("40", percent + 1)) {
            return mail(percent, percent + 3, limit);
        }
        return text.regionMatches(true, percent + 1, "3d", 0, 2) ? named.at(percent, percent + 3, limit) : null;
    }

    private void hide(int start, int end) {
        boolean hidden = end - start == Redactor.REDACTED.length() && text.startsWith(Redactor.REDACTED, start);
        if (start >= end || hidden) {
            return;
        }
        if (start >= done || clean == null) {
            clean = clean == null ? new StringBuilder(text.length()) : clean;
            clean.append(text, done, start).append(Redactor.REDACTED);
        }
        done = Math.max(done, end);
    }
}
