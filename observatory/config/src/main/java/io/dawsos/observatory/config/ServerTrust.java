package io.dawsos.observatory.config;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Believes a server as the delegate does, or by another name than it was called by, or blindly. */
final class ServerTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager delegate;
    private final String serverName;
    private final boolean blind;

    ServerTrust(X509ExtendedTrustManager delegate, String serverName, boolean blind) {
        this.delegate = delegate;
        this.serverName = serverName;
        this.blind = blind;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        if (!checkedByName(chain, authType)) {
            delegate.checkServerTrusted(chain, authType, engine);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        if (!checkedByName(chain, authType)) {
            delegate.checkServerTrusted(chain, authType, socket);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        if (!checkedByName(chain, authType)) {
            delegate.checkServerTrusted(chain, authType);
        }
    }

    /** Whether the delegate need not look at the host. */
    private boolean checkedByName(X509Certificate[] chain, String authType) throws CertificateException {
        if (blind) {
            return true;
        }
        // The JDK does not look at the dates of a certificate that is an authority itself.
        checkDates(chain[0]);
        if (serverName.isEmpty()) {
            return false;
        }
        delegate.checkServerTrusted(chain, authType);
        if (!CertificateNames.cover(chain[0], serverName)) {
            throw new CertificateException("the certificate is not for server_name \"" + serverName + "\"");
        }
        return true;
    }

    private static void checkDates(X509Certificate certificate) throws CertificateException {
        try {
            certificate.checkValidity();
        } catch (CertificateException e) {
            throw new CertificateException(
                    "the certificate is good from " + certificate.getNotBefore().toInstant() + " to "
                            + certificate.getNotAfter().toInstant() + " only",
                    e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        delegate.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        delegate.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        delegate.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return delegate.getAcceptedIssuers();
    }
}
