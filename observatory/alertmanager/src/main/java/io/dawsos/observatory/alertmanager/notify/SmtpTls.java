package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.config.ConnectionTls;
import java.io.IOException;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocketFactory;

/**
 * What is believed of a mail server that speaks TLS.
 *
 * @param checksName whether its certificate has to be for its name, where the sockets do not judge that already
 * @param protocols versions of TLS
 */
record SmtpTls(SSLSocketFactory sockets, boolean checksName, List<String> protocols) {
    SmtpTls {
        protocols = List.copyOf(protocols);
    }

    /** @throws IOException when a certificate or key cannot be read */
    static SmtpTls of(ConnectionTls tls) throws IOException {
        SSLParameters parameters = tls.parameters();
        boolean otherName = parameters.getServerNames() != null
                && !parameters.getServerNames().isEmpty();
        return new SmtpTls(
                tls.context().getSocketFactory(),
                !tls.insecureSkipVerify() && !otherName,
                List.of(parameters.getProtocols()));
    }
}
