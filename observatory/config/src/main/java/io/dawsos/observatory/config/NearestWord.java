package io.dawsos.observatory.config;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The word that someone may have meant. */
public final class NearestWord {
    private static final int LONGEST = 100;

    private NearestWord() {}

    /** The word with the fewest letters changed; null when none is near. */
    public static @Nullable String of(String written, Collection<String> words) {
        if (written.length() > LONGEST) {
            return null;
        }
        String nearest = null;
        int least = Math.max(1, written.length() / 3) + 1;
        for (String word : words) {
            int changes = changes(written, word);
            if (changes < least) {
                least = changes;
                nearest = word;
            }
        }
        return nearest;
    }

    /** Levenshtein's distance. */
    private static int changes(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
