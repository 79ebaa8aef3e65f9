package io.dawsos.telemetry.redact;

import java.util.List;
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
        return isSecretPlain(plain(name));
    }

    /** Of names that are secret as a parameter of an address, where elsewhere they are everyday words. */
    static boolean isSecretInQuery(String name) {
        String plain = plain(name);
        return IN_QUERY.contains(plain) || isSecretPlain(plain);
    }

    static boolean takesWholeLine(String name) {
        return endsWithAny(plain(name), WHOLE_LINE);
    }

    private static boolean isSecretPlain(String plain) {
        if (WHOLE.contains(plain) || endsWithAny(plain, AT_THE_END)) {
            return true;
        }
        for (String part : ANYWHERE) {
            if (plain.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithAny(String plain, List<String> ends) {
        for (String end : ends) {
            if (plain.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    /** The letters and digits in lower case, without the digits at the end. */
    private static String plain(String name) {
        char[] plain = new char[name.length()];
        int length = 0;
        int end = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_' && c != '-' && c != '.') {
                plain[length++] = c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
                end = c >= '0' && c <= '9' ? end : length;
            }
        }
        return new String(plain, 0, end);
    }
}
