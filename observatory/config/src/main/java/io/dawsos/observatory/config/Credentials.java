package io.dawsos.observatory.config;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What proves who calls: at most one {@code Authorization} header. */
interface Credentials {
    void put(HttpRequest.Builder request) throws IOException;

    record None() implements Credentials {
        @Override
        public void put(HttpRequest.Builder request) {}
    }

    record Basic(@Nullable SecretSource user, @Nullable SecretSource password) implements Credentials {
        @Override
        public void put(HttpRequest.Builder request) throws IOException {
            request.setHeader("Authorization", header(text(user), text(password)));
        }

        static String header(String user, String password) {
            byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(both);
        }
    }

    record Typed(String type, @Nullable SecretSource credentials) implements Credentials {
        @Override
        public void put(HttpRequest.Builder request) throws IOException {
            request.setHeader("Authorization", (type + " " + text(credentials)).strip());
        }
    }

    private static String text(@Nullable SecretSource source) throws IOException {
        return source == null ? "" : source.read().value();
    }
}
