package io.dawsos.portfolio.alert;

import java.time.Instant;
import java.util.Base64;

/**
 * The signature of one attempt, as in Standard Webhooks: HMAC-SHA-256 over id, time in seconds and body, joined by
 * points. With the time in it an old message cannot be sent again later; with the id, a repeat is recognised.
 */
record WebhookSignature(String timestamp, String value) {

    static WebhookSignature of(byte[] key, String id, Instant at, String body) {
        String timestamp = Long.toString(at.getEpochSecond());
        byte[] mac = WebhookKey.hmac(key, id + "." + timestamp + "." + body);
        return new WebhookSignature(timestamp, "v1," + Base64.getEncoder().encodeToString(mac));
    }
}
