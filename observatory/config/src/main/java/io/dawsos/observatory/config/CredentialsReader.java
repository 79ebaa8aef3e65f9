package io.dawsos.observatory.config;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code basic_auth}, {@code authorization}, {@code bearer_token} and {@code oauth2}, of which one may be there. */
final class CredentialsReader {
    private CredentialsReader() {}

    static Credentials read(ConfigMap map, InstantSource clock) {
        ConfigMap basic = map.mapOrNull("basic_auth");
        ConfigMap authorization = map.mapOrNull("authorization");
        ConfigMap oauth2 = map.mapOrNull("oauth2");
        SecretSource bearer = SecretSource.of(map, "bearer_token", "bearer_token_file");
        checkOne(map, basic, authorization, oauth2, bearer);
        if (basic != null) {
            return basic(basic);
        }
        if (authorization != null) {
            return typed(authorization);
        }
        if (oauth2 != null) {
            return OAuth2.read(oauth2, clock);
        }
        return bearer == null ? new Credentials.None() : new Credentials.Typed("Bearer", bearer);
    }

    private static void checkOne(ConfigMap map, @Nullable Object... present) {
        List<String> names = List.of("basic_auth", "authorization", "oauth2", "bearer_token or bearer_token_file");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < present.length; i++) {
            if (present[i] != null) {
                found.add(names.get(i));
            }
        }
        if (found.size() > 1) {
            throw map.problem("wanted one of " + String.join(", ", names) + "; got " + String.join(" and ", found));
        }
    }

    private static Credentials basic(ConfigMap map) {
        SecretSource user = SecretSource.of(map, "username", "username_file");
        SecretSource password = SecretSource.of(map, "password", "password_file");
        unsupportedReferences(map, "username_ref", "password_ref");
        map.end();
        return new Credentials.Basic(user, password);
    }

    private static Credentials typed(ConfigMap map) {
        String type = map.string("type", "Bearer").strip();
        if (type.equalsIgnoreCase("basic")) {
            throw map.need("type").problem("for \"Basic\" write basic_auth");
        }
        checkToken(map, type);
        SecretSource credentials = SecretSource.of(map, "credentials", "credentials_file");
        unsupportedReferences(map, "credentials_ref");
        map.end();
        return new Credentials.Typed(type, credentials);
    }

    private static void checkToken(ConfigMap map, String type) {
        if (!type.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw map.need("type").problem("wanted one word such as Bearer, got \"" + type + "\"");
        }
    }

    static void unsupportedReferences(ConfigMap map, String... keys) {
        for (String key : keys) {
            map.unsupported(key, "there are no secret providers; write the form that ends in _file");
        }
    }
}
