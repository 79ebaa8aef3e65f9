package io.dawsos.telemetry.redact;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which names say that their value is a secret. Case, the separators {@code _ - .} and digits at the end
 * do not matter. */
final class SecretNames {

    private static final List<String> ANYWHERE =
            List.of("password", "passwd", "secret", "apikey", "credential", "privatekey");
    private static final List<String> AT_THE_END = List.of(
            "token",
            "authorization",
            "signature",
            "cookie",
            "cookies",
            "accesskey",
            "signingkey",
            "passphrase",
            "passcode",
            "sessionid",
            "jwt",
            "authtoken");
    private static final Set<String> WHOLE = Set.of("pwd", "pass", "bearer", "auth");
    private static final Set<String> IN_QUERY = Set.of("key", "sig", "code", "session");

    /** Header fields that have spaces, commas and semicolons within their value. */
    private static final List<String> WHOLE_LINE = List.of("authorization", "cookie");

    private SecretNames() {}

    static boolean isSecret(String name) {
        String plain = plain(name);
        return WHOLE.contains(plain)
                || AT_THE_END.stream().anyMatch(plain::endsWith)
                || ANYWHERE.stream().anyMatch(plain::contains);
    }

    /** Of names that are secret as a parameter of an address, where elsewhere they are everyday words. */
    static boolean isSecretInQuery(String name) {
        return IN_QUERY.contains(plain(name)) || isSecret(name);
    }

    static boolean takesWholeLine(String name) {
        String plain = plain(name);
        return WHOLE_LINE.stream().anyMatch(plain::endsWith);
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_' && c != '-' && c != '.') {
                plain.append(c);
            }
        }
        int end = plain.length();
        while (end > 0 && plain.charAt(end - 1) >= '0' && plain.charAt(end - 1) <= '9') {
            end--;
        }
        return plain.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
