package io.dawsos.portfolio.credential;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * When credentials expire, of those of which it is known: no interface of a provider tells when its key does, so the
 * settings do; of a certificate, its file does.
 */
record Expiries(Map<Credential, Expiry> known) {

    /** What is longer is a moment. */
    private static final int DAY_LENGTH = "2027-01-31".length();

    /**
     * @param zone tells when a day begins: one that expires "on" a day is taken to be of no use on it
     * @param environment answers null for what is not set
     * @throws IllegalArgumentException naming the variable, what was wanted and what came
     */
    static Expiries from(ZoneId zone, UnaryOperator<@Nullable String> environment) {
        Map<Credential, Expiry> known = new EnumMap<>(Credential.class);
        for (Credential credential : Credential.values()) {
            String value = environment.apply(credential.setting());
            if (value != null && !value.isBlank()) {
                known.put(credential, expiry(credential, zone, value.strip()));
            }
        }
        return new Expiries(known);
    }

    private static Expiry expiry(Credential credential, ZoneId zone, String value) {
        if (credential == Credential.TLS_CERTIFICATE) {
            return certificate(credential.setting(), Path.of(value));
        }
        Instant at = instant(credential.setting(), zone, value);
        return () -> at;
    }

    private static Expiry certificate(String setting, Path file) {
        try {
            return new CertificateFile(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s: wanted a file with certificates in PEM, got \"%s\": %s"
                            .formatted(setting, file, e.getMessage()),
                    e);
        }
    }

    private static Instant instant(String setting, ZoneId zone, String value) {
        try {
            return value.length() == DAY_LENGTH
                    ? LocalDate.parse(value).atStartOfDay(zone).toInstant()
                    : Instant.parse(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "%s: wanted a day such as 2027-01-31 or a moment such as 2027-01-31T12:00:00Z, got \"%s\""
                            .formatted(setting, value),
                    e);
        }
    }
}
