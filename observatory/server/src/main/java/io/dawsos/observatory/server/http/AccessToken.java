package io.dawsos.observatory.server.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** What a client shows to be let in. Never printed. */
public final class AccessToken {
    private static final int BYTES = 32;
    private static final int SHORTEST = 16;
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final byte[] token;

    private AccessToken(byte[] token) {
        this.token = token;
    }

    /**
     * Reads a file's only line; makes the file with a new token, for its owner's eyes only, when it is not there.
     *
     * @throws IOException when it can neither be read nor made, or holds a token that is too short to keep anybody out
     */
    public static AccessToken in(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        String text = Files.readString(file).strip();
        if (text.length() < SHORTEST) {
            throw new IOException(file + ": a token has " + SHORTEST + " characters or more, got " + text.length());
        }
        return new AccessToken(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void create(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n",
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Whether the header {@code Authorization} shows it, as a bearer's token or as a password. Takes as long for any. */
    public boolean isShownBy(String authorization) {
        if (authorization.startsWith(BEARER)) {
            return same(authorization.substring(BEARER.length()));
        }
        return authorization.startsWith(BASIC) && same(password(authorization.substring(BASIC.length())));
    }

    private static String password(String basic) {
        try {
            String pair = new String(Base64.getDecoder().decode(basic.strip()), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return ""; // no token is empty: not Base64 is as wrong as any other
        }
    }

    private boolean same(String shown) {
        return MessageDigest.isEqual(shown.strip().getBytes(StandardCharsets.UTF_8), token);
    }

    @Override
    public String toString() {
        return "<secret>";
    }
}
