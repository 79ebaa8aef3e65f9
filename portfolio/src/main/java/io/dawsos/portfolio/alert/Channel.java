package io.dawsos.portfolio.alert;

import java.net.URI;

/**
 * Where an owner is told.
 *
 * @param target an address of a webhook, which may hold a secret, or of a mailbox; empty for in-app
 */
public record Channel(Method method, String target) {

    /** The receiver, without anything that may be secret: deliveries to one do not hold up those to another. */
    String lane() {
        return switch (method) {
            case WEBHOOK -> {
                URI uri = URI.create(target);
                yield uri.getScheme() + "://" + uri.getHost() + ":" + port(uri);
            }
            case EMAIL, IN_APP -> method.text();
        };
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equals(uri.getScheme()) ? 443 : 80;
    }

    @Override
    public String toString() {
        return lane();
    }
}
