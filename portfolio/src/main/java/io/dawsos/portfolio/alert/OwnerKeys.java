package io.dawsos.portfolio.alert;

/** What receivers check webhooks with. */
public final class OwnerKeys {

    private final WebhookKey key;

    OwnerKeys(WebhookKey key) {
        this.key = key;
    }

    /** {@code whsec_} and base64; other for each owner, always the same for one. */
    public String of(String owner) {
        return key.textOf(owner);
    }

    /** Says nothing of the keys. */
    @Override
    public String toString() {
        return "OwnerKeys";
    }
}
