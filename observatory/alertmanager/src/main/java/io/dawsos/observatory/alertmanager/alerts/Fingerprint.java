package io.dawsos.observatory.alertmanager.alerts;

import io.dawsos.observatory.model.Labels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A number for a set of labels: FNV-1a of 64 bits over the names in order of their bytes, each followed by its value, all
 * ended by a byte 255. The same as Alertmanager's, so that clients of its API find their alerts.
 */
public final class Fingerprint {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    public static long of(Labels labels) {
        byte[][][] pairs = new byte[labels.size()][][];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new byte[][] {
                labels.name(i).getBytes(StandardCharsets.UTF_8), labels.value(i).getBytes(StandardCharsets.UTF_8)
            };
        }
        // Labels are in order of UTF-16, which is another one beyond U+FFFF.
        Arrays.sort(pairs, (a, b) -> Arrays.compareUnsigned(a[0], b[0]));
        long hash = OFFSET;
        for (byte[][] pair : pairs) {
            hash = add(add(hash, pair[0]), pair[1]);
        }
        return hash;
    }

    private static long add(long start, byte[] bytes) {
        long hash = start;
        for (byte b : bytes) {
            hash = (hash ^ (b & 0xff)) * PRIME;
        }
        return (hash ^ 0xff) * PRIME;
    }

    /** As the API writes it: sixteen hexadecimal digits. */
    public static String text(long fingerprint) {
        return String.format("%016x", fingerprint);
    }
}
