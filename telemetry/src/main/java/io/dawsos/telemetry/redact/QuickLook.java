package io.dawsos.telemetry.redact;

/**
 * Whether a text may hold anything to hide, at the price of one look at each character: false where no character stands
 * at which {@link Scan} would look closer. Most texts end here.
 */
final class QuickLook {

    /** By ASCII code: the characters at which a secret can be told. */
    private static final boolean[] SUSPECT = new boolean[128];

    static {
        for (char c : "=:>@%ebB".toCharArray()) {
            SUSPECT[c] = true;
        }
    }

    private QuickLook() {}

    static boolean isSuspect(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < SUSPECT.length && SUSPECT[c] && isSuspect(text, i, c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSuspect(String text, int at, char c) {
        return switch (c) {
            case 'e' -> text.startsWith("eyJ", at);
            case 'b', 'B' ->
                text.regionMatches(true, at, "bearer ", 0, 7) || text.regionMatches(true, at, "basic ", 0, 6);
            default -> true;
        };
    }
}
