package io.dawsos.portfolio.credential;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate that callers see, with what it is signed by, in PEM; whoever ends their TLS connections may renew it at
 * any time. The first of them to expire counts. While the file cannot be read, what it said before stands. Thread-safe.
 */
final class CertificateFile implements Expiry {

    private static final Logger log = LoggerFactory.getLogger(CertificateFile.class);

    private final Path file;
    private FileTime readOf;
    private Instant expires;
    private boolean away;

    /** @throws IOException when there is no certificate in it */
    CertificateFile(Path file) throws IOException {
        this.file = file;
        this.readOf = Files.getLastModifiedTime(file);
        this.expires = read(file);
    }

    @Override
    public synchronized Instant at() {
        try {
            FileTime now = Files.getLastModifiedTime(file);
            if (away || !now.equals(readOf)) {
                expires = read(file);
                readOf = now;
                away = false;
            }
        } catch (IOException e) {
            if (!away) {
                log.warn("the certificate cannot be read again; it is taken to expire when it did before", e);
            }
            away = true;
        }
        return expires;
    }

    private static Instant read(Path file) throws IOException {
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            return all.stream()
                    .filter(X509Certificate.class::isInstance)
                    .map(each -> ((X509Certificate) each).getNotAfter().toInstant())
                    .min(Comparator.naturalOrder())
                    .orElseThrow(() -> new IOException("there is no certificate in it"));
        } catch (CertificateException e) {
            throw new IOException("there is no certificate in it that can be read", e);
        }
    }
}
