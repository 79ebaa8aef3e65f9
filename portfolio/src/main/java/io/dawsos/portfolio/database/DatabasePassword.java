package io.dawsos.portfolio.database;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Draws the embedded database's password: 128 random bits. */
final class DatabasePassword {

    private DatabasePassword() {}

    static String draw() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
