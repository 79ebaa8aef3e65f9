package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.ConfigNode;
import java.net.URI;
import java.net.URISyntaxException;

/** Addresses of HTTP and HTTPS. */
final class HttpAddress {
    private HttpAddress() {}

    static URI read(ConfigNode node) {
        String text = node.string();
        String wrong = problem(text);
        if (!wrong.isEmpty()) {
            throw node.problem(wrong + ", got \"" + text + "\"");
        }
        return URI.create(text);
    }

    /** An address that is itself a secret, so no message shows it; it may be a template. */
    static void checkSecret(ConfigNode node) {
        String text = node.string();
        String wrong = text.contains("{{") ? "" : problem(text);
        if (!wrong.isEmpty()) {
            throw node.problem(wrong + " (its value is a secret and not shown)");
        }
    }

    private static String problem(String text) {
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme());
            if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
                return "wanted an address that begins with http:// or https://";
            }
            return uri.getRawAuthority() == null ? "wanted an address with a host" : "";
        } catch (URISyntaxException e) {
            return "wanted an address like https://host/path";
        }
    }
}
