package io.dawsos.observatory.config;

import java.io.IOException;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A {@code tls_config} for connections that are not HTTP's, as those to a mail server. */
public final class ConnectionTls {
    private final TlsConfig tls;

    private ConnectionTls(TlsConfig tls) {
        this.tls = tls;
    }

    /** What is used where nothing is written. */
    public static ConnectionTls defaults() {
        return new ConnectionTls(TlsConfig.read(null));
    }

    /** Reads a map of nothing but {@code tls_config}'s keys. */
    public static ConnectionTls read(ConfigMap map) {
        return new ConnectionTls(TlsConfig.read(map));
    }

    /**
     * Whom to believe and what certificate to come with, as the files say now.
     *
     * @throws IOException when a certificate or key cannot be read
     */
    public SSLContext context() throws IOException {
        return tls.context(tls.material());
    }

    /** The versions, and the name to ask for; the caller says how the server's name is checked. */
    public SSLParameters parameters() {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(TlsVersion.protocols(tls.least(), tls.most()));
        if (!tls.serverName().isEmpty()) {
            parameters.setServerNames(List.of(new SNIHostName(tls.serverName())));
        }
        return parameters;
    }

    /** Whether whatever certificate comes is believed. */
    public boolean insecureSkipVerify() {
        return tls.insecureSkipVerify();
    }
}
