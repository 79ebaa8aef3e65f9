package io.dawsos.telemetry.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "portfolio valued in 12.5 ms",
                "GET https://api.example.com:8443/v1/prices?symbol=VTI&date=2026-11-24 gave 200",
                "2026-11-24T05:55:00.123Z [main] INFO ready: address=127.0.0.1:8080 data=.dawsos",
                "SELECT id, name FROM portfolios WHERE owner = ? AND id = ?",
                "at java.base@25.0.1/java.lang.Thread.run(Thread.java:1474)",
                "io.dawsos.portfolio.Ledger@6d06d69c",
                "basic checks passed; max_tokens=5; page 3/7; key: PP_2026-11-24",
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "jdbc:postgresql://localhost:5432/dawsos",
                "a > b && c >= d; x<y>z",
                "50% of @everyone, 100%4 %",
            })
    void redact_nothingSecret_sameInstance(String text) {
        assertThat(redactor.redact(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Authorization: Bearer abc.def-123           | Authorization: [redacted]
                    authorization=Basic dXNlcjpwYXNz            | authorization=[redacted]
                    {Authorization=[Bearer s3], Accept=[*/*]}   | {Authorization=[redacted], Accept=[*/*]}
                    sent Bearer s3cr3t to it                    | sent Bearer [redacted] to it
                    sent basic dXNlcjpwYXNz to it               | sent basic [redacted] to it
                    jwt is eyJhbGciOiJFUzI1NiJ9.eyJzdWIi.c2ln ! | jwt is [redacted] !
                    GET /q?symbol=VTI&apikey=K123&x=1           | GET /q?symbol=VTI&apikey=[redacted]&x=1
                    GET /q?key=K123                             | GET /q?key=[redacted]
                    https://h/q?access_token=a%20b#frag         | https://h/q?access_token=[redacted]
                    `{"password":"x \\"y\\" z","n":1}`          | `{"password":"[redacted]","n":1}`
                    `{"api_key" : 12345, "n":1}`                | `{"api_key" : [redacted], "n":1}`
                    `{\\"client_secret\\":\\"x y\\",\\"n\\":1}` | `{\\"client_secret\\":\\"[redacted]\\",\\"n\\":1}`
                    `{"tokens":["t"],"secrets":["a","b"]}`      | `{"tokens":["t"],"secrets":[redacted]}`
                    password=hunter2, user=bob                  | password=[redacted], user=bob
                    Login[user=bob, password=pa,ss)w]           | Login[user=bob, password=[redacted]]
                    user[password]=hunter2&a=b                  | user[password]=[redacted]&a=b
                    password%3Dhunter2                          | password%3D[redacted]
                    <password>hunter2</password>                | <password>[redacted]</password>
                    postgres://bob:hunter2@db:5432/x            | postgres://[redacted]@db:5432/x
                    postgres://bob:hun/ter2@db/x                | postgres://[redacted]@db/x
                    https://ghp_token@github.com/x              | https://[redacted]@github.com/x
                    mail bob.smith+x@mail.example.com.          | mail [redacted].
                    mail=bob%40example.com&a=b                  | mail=[redacted]&a=b
                    Cookie: a=b; c=d                            | Cookie: [redacted]
                    X-Api-Key: K123                             | X-Api-Key: [redacted]
                    token: Bearer abc def                       | token: [redacted] def
                    """)
    void redact_secret_hidden(String text, String clean) {
        assertThat(redactor.redact(text)).isEqualTo(clean);
    }

    @Test
    void redact_headerInLines_otherLinesKept() {
        assertThat(redactor.redact("Host: h\r\nAuthorization: Digest a=\"b\", c=d\r\nAccept: x"))
                .isEqualTo("Host: h\r\nAuthorization: [redacted]\r\nAccept: x");
    }

    @Test
    void redact_longerThanLimit_cut() {
        String clean = redactor.redact("x".repeat(Redactor.LONGEST + 1));

        assertThat(clean).endsWith("x... (cut, 65537 characters)").hasSizeLessThan(Redactor.LONGEST + 50);
    }

    @ParameterizedTest
    @CsvSource({
        "authorization, Bearer x, [redacted]",
        "http.request.header.x-api-key, k, [redacted]",
        "dbPassword, x, [redacted]",
        "client.secret1, x, [redacted]",
        "http.route, /v1/portfolios, /v1/portfolios",
        "url.full, http://h/?token=x, http://h/?token=[redacted]",
        "key, VTI, VTI",
        "max_tokens, 5, 5",
        "user_id, demo, demo",
        "user_id, bob@example.com, [redacted]",
    })
    void redact_namedField_hiddenByItsName(String key, String value, String clean) {
        assertThat(redactor.redact(key, value)).isEqualTo(clean);
    }

    @Test
    void userId_keyGiven_isHmacSha256() {
        Redactor hashing = new Redactor("0123456789abcdef");

        // echo -n demo | openssl dgst -sha256 -hmac 0123456789abcdef
        assertThat(hashing.userId("demo")).isEqualTo("user-27dfbdb54b706ce8fbf16efbe3003794");
        assertThat(hashing.redact("user_id", "demo")).isEqualTo(hashing.userId("demo"));
        assertThat(hashing.userId(hashing.userId("demo"))).isEqualTo(hashing.userId("demo"));
        assertThat(new Redactor("another key of 16").userId("demo")).isNotEqualTo(hashing.userId("demo"));
    }
}
