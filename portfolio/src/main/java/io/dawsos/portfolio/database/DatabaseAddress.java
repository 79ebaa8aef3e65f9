package io.dawsos.portfolio.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL is and as whom to speak to it.
 *
 * @param url a JDBC address
 * @param user null where the address itself says, or the driver's default is meant
 */
public record DatabaseAddress(
        String url, @Nullable String user, @Nullable String password) {

    private static final String WANTED =
            "wanted jdbc:postgresql://host[:port]/database or postgres://user:password@host[:port]/database";

    /** @throws IllegalArgumentException saying what is wrong; the message never holds a part of the address that may be secret */
    public static DatabaseAddress parse(String address) {
        if (address.startsWith("jdbc:postgresql:")) {
            return new DatabaseAddress(address, null, null);
        }
        if (address.startsWith("jdbc:")) {
            throw wrong("the service needs PostgreSQL, got " + address.split(":", 3)[1]);
        }
        URI uri = uri(address);
        if (uri.getScheme() == null || !uri.getScheme().matches("postgres(ql)?")) {
            throw wrong("got the scheme " + (uri.getScheme() == null ? "(none)" : uri.getScheme()));
        }
        if (uri.getHost() == null) {
            throw wrong("the host is missing");
        }
        if (uri.getPath() == null || uri.getPath().length() < 2) {
            throw wrong("the database's name is missing");
        }
        return of(uri);
    }

    private static DatabaseAddress of(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String url = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
        String credentials = uri.getRawUserInfo();
        if (credentials == null) {
            return new DatabaseAddress(url, null, null);
        }
        int colon = credentials.indexOf(':');
        return colon < 0
                ? new DatabaseAddress(url, decode(credentials), null)
                : new DatabaseAddress(
                        url, decode(credentials.substring(0, colon)), decode(credentials.substring(colon + 1)));
    }

    /** Host, port and database only. */
    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }

    private static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            // The exception's message would quote the address, and the password with it.
            throw wrong("not an address: %s at character %d".formatted(e.getReason(), e.getIndex() + 1));
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("DATABASE_URL: " + what + "; " + WANTED);
    }
}
