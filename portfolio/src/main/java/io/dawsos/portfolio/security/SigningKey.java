package io.dawsos.portfolio.security;

import io.dawsos.portfolio.database.PrivateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key pair (ES256: P-256) that the service's own tokens are signed with, made once and kept in
 * {@code signing.key}: the private key as PKCS#8 PEM, the public key as X.509 PEM after it.
 */
public record SigningKey(ECPrivateKey secret, ECPublicKey open) {

    private static final String NAME = "signing.key";

    static final String ISSUER = "dawsos";
    static final String AUDIENCE = "dawsos-portfolio";

    /**
     * @param data the service's data folder
     * @throws IOException when the file cannot be read, may be read by others, or does not hold such a key pair
     */
    public static SigningKey readOrCreate(Path data) throws IOException {
        Path file = data.resolve(NAME);
        String pem = PrivateFile.readOrCreate(data, NAME, SigningKey::draw);
        try {
            KeyFactory factory = KeyFactory.getInstance("EC");
            return new SigningKey(
                    (ECPrivateKey) factory.generatePrivate(new PKCS8EncodedKeySpec(block(pem, "PRIVATE KEY"))),
                    (ECPublicKey) factory.generatePublic(new X509EncodedKeySpec(block(pem, "PUBLIC KEY"))));
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new IOException(
                    "%s: wanted a PKCS#8 EC private key and its public key as PEM, got something else; delete it for a new one"
                            .formatted(file));
        }
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "SigningKey[ES256]";
    }

    private static String draw() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                    + pem("PUBLIC KEY", pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no P-256 keys", e);
        }
    }

    private static String pem(String name, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(name, body);
    }

    private static byte[] block(String pem, String name) {
        Matcher found = Pattern.compile("-----BEGIN %1$s-----(.*?)-----END %1$s-----".formatted(name), Pattern.DOTALL)
                .matcher(pem);
        if (!found.find()) {
            throw new IllegalArgumentException(name);
        }
        return Base64.getMimeDecoder().decode(found.group(1));
    }
}
