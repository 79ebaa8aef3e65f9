package io.dawsos.observatory.config;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses that HTTP is spoken to. */
public final class HttpAddress {
    private HttpAddress() {}

    /** @throws ConfigException when it is no absolute http or https address; what is written is not repeated */
    public static URI read(ConfigNode node) {
        try {
            URI uri = new URI(node.string());
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null) {
                return uri;
            }
            throw noAddress(node);
        } catch (URISyntaxException e) {
            throw noAddress(node);
        }
    }

    /** Addresses hold keys now and then, so the text is not shown. */
    private static ConfigException noAddress(ConfigNode node) {
        return node.problem("wanted an address such as https://host:443/path");
    }
}
