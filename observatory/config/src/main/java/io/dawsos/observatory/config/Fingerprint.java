package io.dawsos.observatory.config;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A hash of a value that tells it from any other and shows nothing of it. */
final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String of(YamlValue value) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(value);
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void add(YamlValue value) {
        switch (value) {
            case YamlValue.Scalar scalar -> add(scalar.plain() ? 'p' : 'q', scalar.text());
            case YamlValue.Sequence sequence -> {
                add('s', Integer.toString(sequence.items().size()));
                sequence.items().forEach(item -> add(item.value()));
            }
            case YamlValue.Mapping mapping -> {
                add('m', Integer.toString(mapping.entries().size()));
                mapping.entries().forEach((key, entry) -> {
                    add('k', key);
                    add(entry.value());
                });
            }
        }
    }

    private void add(char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((byte) kind);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
