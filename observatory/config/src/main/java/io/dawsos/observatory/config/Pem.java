package io.dawsos.observatory.config;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and unencrypted private keys as PEM: PKCS#8, and OpenSSL's older forms for RSA and elliptic curves. */
final class Pem {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
    private static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d0101010500");
    private static final byte[] ELLIPTIC = HexFormat.of().parseHex("06072a8648ce3d0201");
    private static final byte[] VERSION_0 = {2, 1, 0};
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int CURVE = 0xa0;

    private Pem() {}

    static List<X509Certificate> certificates(String pem) throws GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        Matcher block = BLOCK.matcher(pem);
        while (block.find()) {
            if (block.group(1).equals("CERTIFICATE")) {
                Certificate certificate =
                        factory.generateCertificate(new ByteArrayInputStream(decoded(block.group(2))));
                certificates.add((X509Certificate) certificate);
            }
        }
        if (certificates.isEmpty()) {
            throw new GeneralSecurityException("wanted certificates as PEM, found no BEGIN CERTIFICATE");
        }
        return certificates;
    }

    static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        Matcher block = BLOCK.matcher(pem);
        while (block.find()) {
            byte[] der = decoded(block.group(2));
            switch (block.group(1)) {
                case "PRIVATE KEY" -> {
                    return key(der);
                }
                case "RSA PRIVATE KEY" -> {
                    return key(pkcs8(RSA, der));
                }
                case "EC PRIVATE KEY" -> {
                    return key(pkcs8(joined(ELLIPTIC, curve(der)), der));
                }
                case "ENCRYPTED PRIVATE KEY" ->
                    throw new GeneralSecurityException("the private key is encrypted; write it without a passphrase");
                default -> {}
            }
        }
        throw new GeneralSecurityException("wanted a private key as PEM, found no BEGIN PRIVATE KEY");
    }

    private static byte[] decoded(String base64) throws GeneralSecurityException {
        try {
            return Base64.getMimeDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("the PEM is no base64", e);
        }
    }

    private static PrivateKey key(byte[] pkcs8) throws GeneralSecurityException {
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException e) {
                // It is of another algorithm.
            }
        }
        throw new GeneralSecurityException("wanted a private key of RSA, an elliptic curve or EdDSA");
    }

    private static byte[] pkcs8(byte[] algorithm, byte[] key) {
        return der(SEQUENCE, joined(VERSION_0, joined(der(SEQUENCE, algorithm), der(OCTETS, key))));
    }

    /** The curve's name in an ECPrivateKey (RFC 5915): version, key, then the parameters with tag 0. */
    private static byte[] curve(byte[] der) throws GeneralSecurityException {
        int at = content(der, 0);
        while (at + 1 < der.length) {
            int start = content(der, at);
            int end = start + length(der, at);
            if ((der[at] & 0xff) == CURVE && end <= der.length) {
                return Arrays.copyOfRange(der, start, end);
            }
            at = end;
        }
        throw new GeneralSecurityException("the private key does not name its curve");
    }

    /** Keys are short: a length has one byte, or a marker and one, or a marker and two. */
    private static int content(byte[] der, int at) throws GeneralSecurityException {
        int first = at + 1 < der.length ? der[at + 1] & 0xff : 0xff;
        if (first > 0x82 || first == 0x80 || at + 4 > der.length) {
            throw new GeneralSecurityException("the private key is cut off");
        }
        return at + 2 + Math.max(0, first - 0x80);
    }

    private static int length(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return switch (first) {
            case 0x81 -> der[at + 2] & 0xff;
            case 0x82 -> (der[at + 2] & 0xff) << 8 | (der[at + 3] & 0xff);
            default -> first;
        };
    }

    private static byte[] der(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
