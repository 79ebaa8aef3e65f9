package io.dawsos.portfolio.alert;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The mail server: {@code smtp[s]://[user:password@]host[:port][?from=address&starttls=true|false]}. Without {@code s},
 * STARTTLS is required unless the server is this machine, or the setting says otherwise.
 */
record SmtpAddress(
        String host,
        int port,
        boolean tls,
        boolean startTls,
        @Nullable String user,
        @Nullable String password,
        String from) {

    private static final String WANTED = "DAWSOS_SMTP_URL: wanted smtp://[user:password@]host[:port]?from=address";

    /** @throws IllegalArgumentException saying what is wrong, without quoting what may be secret */
    static SmtpAddress parse(String address) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "%s, got something else at character %d".formatted(WANTED, e.getIndex() + 1));
        }
        boolean tls = "smtps".equals(uri.getScheme());
        if ((!tls && !"smtp".equals(uri.getScheme())) || uri.getHost() == null) {
            throw new IllegalArgumentException(WANTED + ", got another scheme or no host");
        }
        Map<String, String> query = query(uri.getRawQuery());
        String[] credentials = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        boolean here = uri.getHost().equals("localhost") || uri.getHost().startsWith("127.");
        return new SmtpAddress(
                uri.getHost(),
                uri.getPort() >= 0 ? uri.getPort() : tls ? 465 : 587,
                tls,
                Boolean.parseBoolean(query.getOrDefault("starttls", Boolean.toString(!tls && !here))),
                credentials.length > 0 ? decode(credentials[0]) : null,
                credentials.length > 1 ? decode(credentials[1]) : null,
                query.getOrDefault("from", "dawsos@" + uri.getHost()));
    }

    /** Without user and password. */
    @Override
    public String toString() {
        return (tls ? "smtps://" : "smtp://") + host + ":" + port;
    }

    private static Map<String, String> query(@Nullable String raw) {
        return raw == null
                ? Map.of()
                : Arrays.stream(raw.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> decode(pair[0]), pair -> pair.length > 1 ? decode(pair[1]) : "", (a, b) -> b));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
