package io.dawsos.telemetry.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RedactorPropertyTest {

    private final Redactor redactor = new Redactor();

    /** @param text the secret in the place that says what it is */
    record Planted(String secret, String text) {}

    @Property(tries = 5000)
    void redact_secretPlantedInAnyText_doesNotSurvive(
            @ForAll("noise") String before, @ForAll("planted") Planted planted, @ForAll("noise") String after) {
        String clean = redactor.redact(before + " " + planted.text + "\n" + after);

        assertThat(clean).doesNotContain(planted.secret);
    }

    @Property(tries = 5000)
    void redact_itsOwnResult_unchanged(
            @ForAll("noise") String before, @ForAll("planted") Planted planted, @ForAll("noise") String after) {
        String once = redactor.redact(before + planted.text + after);

        assertThat(redactor.redact(once)).isEqualTo(once);
    }

    @Property(tries = 2000)
    void redact_textWithoutMarks_sameInstance(@ForAll("plain") String text) {
        assertThat(redactor.redact(text)).isSameAs(text);
    }

    @Example
    void redact_hostileTextOfTheGreatestLength_comesToAnEnd() {
        for (String part : new String[] {
            "password",
            "=",
            ":",
            "@",
            "a@",
            "a.",
            "://",
            "a://b:c",
            "\\",
            "\"",
            "password=[",
            "eyJ",
            "basic ",
            "%40",
            "<password>",
            "token=\"",
            "Authorization:",
            "x:y/a://"
        }) {
            String text = part.repeat(Redactor.LONGEST / part.length());
            // Guards against a hang: a quadratic scan takes minutes. How fast it is, benchmarks/ tells.
            assertTimeoutPreemptively(Duration.ofMinutes(1), () -> redactor.redact(text), part);
        }
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, Arbitraries.strings().ofMaxLength(40)),
                net.jqwik.api.Tuple.of(
                        3,
                        Arbitraries.strings()
                                .withChars("ab=:@/\\\"'[]{}<>%&?.-_ \n,;eyJ")
                                .ofMaxLength(40)),
                net.jqwik.api.Tuple.of(
                        1,
                        Arbitraries.of(
                                        "password",
                                        "token",
                                        "=",
                                        ":",
                                        "\"",
                                        "Bearer ",
                                        "://",
                                        "@",
                                        "eyJ",
                                        "[redacted]",
                                        " ",
                                        "authorization",
                                        "x.com",
                                        "\\\"",
                                        "<",
                                        ">",
                                        "basic ",
                                        "?key=")
                                .list()
                                .ofMaxSize(6)
                                .map(parts -> String.join("", parts))));
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withChars(" .,;()[]{}/-_+*#!?'\"\n")
                .ofMaxLength(200)
                .filter(text -> !text.contains("basic ") && !text.contains("bearer "));
    }

    @Provide
    Arbitrary<Planted> planted() {
        Arbitrary<String> secret = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars("-._~+/!$*")
                .ofMinLength(12)
                .ofMaxLength(40)
                .map(text -> "S3" + text + "X");
        return Combinators.combine(secret, Arbitraries.integers().between(0, 17))
                .as(RedactorPropertyTest::plant);
    }

    private static Planted plant(String secret, int place) {
        String opaque = secret.replaceAll("[!$*]", "A");
        String word = secret.replaceAll("[^a-zA-Z0-9]", "a");
        return switch (place) {
            case 0 -> new Planted(opaque, "Authorization: Bearer " + opaque);
            case 1 -> new Planted(opaque, "bearer " + opaque);
            case 2 -> basic(word);
            case 3 -> new Planted(word, "eyJ" + word + "." + word + "." + word);
            case 4 -> new Planted(secret, "password=" + secret);
            case 5 -> new Planted(secret, "{\"password\": \"" + secret + "\"}");
            case 6 -> new Planted(secret, "{'client-secret': '" + secret + " " + secret + "'}");
            case 7 -> new Planted(opaque, "https://example.com/query?function=X&apikey=" + opaque + "&symbol=VTI");
            case 8 -> new Planted(opaque, "/query?key=" + opaque);
            case 9 -> new Planted(word, "postgres://bob:" + word + "@localhost:5432/db");
            case 10 -> new Planted(word, word + "@mail.example.com");
            case 11 -> new Planted(secret, "x-api-key: " + secret);
            case 12 -> new Planted(secret, "{\\\"accessToken\\\":\\\"" + secret + "\\\"}");
            case 13 -> new Planted(secret, "Set-Cookie: session=" + secret + "; HttpOnly");
            case 14 -> new Planted(secret, "<api_key>" + secret + "</api_key>");
            case 15 -> new Planted(secret, "Login[user=bob, password=" + secret + ", at=now]");
            case 16 -> new Planted(opaque, "proxy-authorization: Digest username=\"b\", response=\"" + opaque + "\"");
            default -> new Planted(word, "signature%3D" + word + "%26a");
        };
    }

    private static Planted basic(String password) {
        String credentials = Base64.getEncoder().encodeToString(("bob:" + password).getBytes(StandardCharsets.UTF_8));
        return new Planted(credentials, "Basic " + credentials);
    }
}
