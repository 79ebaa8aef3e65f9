package io.dawsos.observatory.config;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** For whom a certificate is: its subject alternative names (RFC 6125), never its common name. */
final class CertificateNames {
    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    private CertificateNames() {}

    static boolean cover(X509Certificate certificate, String host) throws CertificateException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        return names != null && names.stream().anyMatch(name -> covers(name, host));
    }

    private static boolean covers(List<?> name, String host) {
        return switch ((Integer) name.get(0)) {
            case DNS -> name.get(1) instanceof String pattern && covers(pattern, host);
            case ADDRESS -> host.equals(name.get(1));
            default -> false;
        };
    }

    /** A star stands for the whole first label. */
    static boolean covers(String pattern, String host) {
        String wanted = pattern.toLowerCase(Locale.ROOT);
        String got = host.toLowerCase(Locale.ROOT);
        if (!wanted.startsWith("*.")) {
            return wanted.equals(got);
        }
        int dot = got.indexOf('.');
        return dot > 0 && got.substring(dot).equals(wanted.substring(1));
    }
}
