package io.dawsos.portfolio.alert;

import io.dawsos.portfolio.database.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The key that webhooks are signed with. Each owner has one of their own, made from this one: a receiver that can check
 * its messages cannot forge those to others. Written as {@code whsec_} and base64, as in Standard Webhooks.
 */
final class WebhookKey {

    private static final String NAME = "webhook.key";
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final int FEWEST_BYTES = 24;

    private final byte[] secret;

    private WebhookKey(byte[] secret) {
        this.secret = secret;
    }

    /**
     * @param given {@code DAWSOS_WEBHOOK_KEY}; null for the one in {@code webhook.key}, made where there is none
     * @throws IllegalArgumentException when what was given is no key; the message does not hold it
     */
    static WebhookKey of(@Nullable String given, Path data) throws IOException {
        return given != null
                ? parse(given, "DAWSOS_WEBHOOK_KEY")
                : parse(
                        PrivateFile.readOrCreate(data, NAME, WebhookKey::draw).strip(),
                        data.resolve(NAME).toString());
    }

    /** The owner's key, as bytes. */
    byte[] keyOf(String owner) {
        return hmac(secret, "dawsos webhook key of " + owner);
    }

    /** The owner's key, as it is given to a receiver. */
    String textOf(String owner) {
        return PREFIX + Base64.getEncoder().encodeToString(keyOf(owner));
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "WebhookKey";
    }

    static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    private static WebhookKey parse(String text, String where) {
        byte[] bytes = text.startsWith(PREFIX) ? decode(text.substring(PREFIX.length())) : new byte[0];
        if (bytes.length < FEWEST_BYTES) {
            throw new IllegalArgumentException("%s: wanted %s and at least %d bytes in base64, got %d characters"
                    .formatted(where, PREFIX, FEWEST_BYTES, text.length()));
        }
        return new WebhookKey(bytes);
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0]; // refused by the caller, which tells what was wanted without quoting the key
        }
    }

    private static String draw() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }
}
