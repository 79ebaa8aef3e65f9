package io.dawsos.observatory.server;

import io.dawsos.observatory.server.http.AccessToken;
import io.dawsos.observatory.server.http.ListenAddress;
import io.dawsos.observatory.server.http.Listener;
import io.helidon.common.tls.Tls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is let in, and over what.
 *
 * @param tokenFile holds the token that clients show, and is made when it is not there; null: nobody is asked
 * @param certificate a PEM file with the certificate and those that it was issued by; null: no TLS
 * @param key a PEM file with the certificate's private key
 */
public record AccessSettings(
        @Nullable Path tokenFile,
        @Nullable Path certificate,
        @Nullable Path key) {
    /** Anybody, in the clear: on loopback only. */
    public static final AccessSettings OPEN = new AccessSettings(null, null, null);

    /**
     * The token to be shown, if any.
     *
     * @throws ServerStartException when the settings would let anybody in from elsewhere
     * @throws IOException when the token's file cannot be read or made
     */
    @Nullable
    AccessToken token(@Nullable ListenAddress... listening) throws IOException {
        if ((certificate == null) != (key == null)) {
            throw new ServerStartException(
                    "TLS wants both web.tls-cert-file and web.tls-key-file, got only one of them");
        }
        if (tokenFile != null) {
            return AccessToken.in(tokenFile);
        }
        if (certificate == null) {
            Stream.of(listening)
                    .filter(address -> address != null && !address.isLoopback())
                    .findFirst()
                    .ifPresent(address -> {
                        throw new ServerStartException(address + " can be reached from other machines:"
                                + " set DAWSOS_OBSERVATORY_TOKEN_FILE (made if it is not there) or"
                                + " DAWSOS_WEB_TLS_CERT_FILE and DAWSOS_WEB_TLS_KEY_FILE, or listen at 127.0.0.1");
                    });
        }
        return null;
    }

    /** Null when there is none. */
    @Nullable
    Tls tls() {
        return certificate == null || key == null ? null : Listener.tls(certificate, key);
    }
}
