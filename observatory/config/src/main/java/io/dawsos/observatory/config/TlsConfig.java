package io.dawsos.observatory.config;

import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** {@code tls_config}: whom to believe, and with what certificate to come. */
record TlsConfig(
        @Nullable SecretSource authorities,
        @Nullable SecretSource certificate,
        @Nullable SecretSource key,
        String serverName,
        boolean insecureSkipVerify,
        TlsVersion least,
        TlsVersion most) {

    static TlsConfig read(@Nullable ConfigMap map) {
        if (map == null) {
            return new TlsConfig(null, null, null, "", false, TlsVersion.TLS12, TlsVersion.TLS13);
        }
        CredentialsReader.unsupportedReferences(map, "ca_ref", "cert_ref", "key_ref");
        TlsConfig config = new TlsConfig(
                SecretSource.of(map, "ca", "ca_file"),
                SecretSource.of(map, "cert", "cert_file"),
                SecretSource.of(map, "key", "key_file"),
                map.string("server_name", ""),
                map.bool("insecure_skip_verify", false),
                TlsVersion.read(map, "min_version", TlsVersion.TLS12),
                TlsVersion.read(map, "max_version", TlsVersion.TLS13));
        config.check(map);
        map.end();
        return config;
    }

    private void check(ConfigMap map) {
        if ((certificate == null) != (key == null)) {
            throw map.problem(
                    certificate == null
                            ? "\"cert\" or \"cert_file\" is missing beside the key"
                            : "\"key\" or \"key_file\" is missing beside the certificate");
        }
        if (least.compareTo(most) > 0) {
            throw map.problem("min_version " + least + " is above max_version " + most);
        }
    }

    TlsMaterial material() throws IOException {
        return new TlsMaterial(text(authorities), text(certificate), key == null ? null : key.read());
    }

    private static @Nullable String text(@Nullable SecretSource source) throws IOException {
        return source == null ? null : source.read().value();
    }

    void apply(TlsMaterial material, HttpClient.Builder client) throws IOException {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(TlsVersion.protocols(least, most));
        if (!serverName.isEmpty()) {
            parameters.setServerNames(List.of(new SNIHostName(serverName)));
        }
        client.sslParameters(parameters).sslContext(context(material));
    }

    SSLContext context(TlsMaterial material) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManager trust = new ServerTrust(trusted(material), serverName, insecureSkipVerify);
            context.init(keys(material), new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("tls_config: " + e.getMessage(), e);
        }
    }

    private static KeyManager @Nullable [] keys(TlsMaterial material) throws GeneralSecurityException, IOException {
        if (material.certificate() == null || material.key() == null) {
            return null;
        }
        char[] none = new char[0];
        KeyStore store = emptyStore();
        Certificate[] chain = Pem.certificates(material.certificate()).toArray(Certificate[]::new);
        store.setKeyEntry("client", Pem.privateKey(material.key().value()), none, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, none);
        return factory.getKeyManagers();
    }

    /** Those of the JDK where no authority is written. */
    private static X509ExtendedTrustManager trusted(TlsMaterial material) throws GeneralSecurityException, IOException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(material.authorities() == null ? null : storeOf(Pem.certificates(material.authorities())));
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new GeneralSecurityException("this JDK has no X.509 trust manager");
    }

    private static KeyStore storeOf(List<X509Certificate> certificates) throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        for (X509Certificate certificate : certificates) {
            store.setCertificateEntry("ca" + store.size(), certificate);
        }
        return store;
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
