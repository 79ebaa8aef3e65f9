package io.dawsos.telemetry.redact;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keyed hash of a user id: {@code user-} and the first 128 bits of its HMAC-SHA-256 in hex. */
final class UserIdHash {

    private static final int BYTES = 16;
    private static final Pattern HASHED = Pattern.compile("user-[0-9a-f]{" + 2 * BYTES + "}");

    private final Mac keyed;

    UserIdHash(String key) {
        try {
            keyed = Mac.getInstance("HmacSHA256");
            keyed.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256; this one does not", e);
        }
    }

    String of(String userId) {
        if (HASHED.matcher(userId).matches()) {
            return userId;
        }
        byte[] hash = copy().doFinal(userId.getBytes(StandardCharsets.UTF_8));
        return "user-" + HexFormat.of().formatHex(hash, 0, BYTES);
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this platform's HmacSHA256 cannot be copied", e);
        }
    }
}
