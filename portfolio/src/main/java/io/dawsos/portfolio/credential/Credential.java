package io.dawsos.portfolio.credential;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the service needs others to accept, and that expires by their rules. */
enum Credential {
    POLYGON_KEY("DAWSOS_POLYGON_KEY_EXPIRES"),
    FMP_KEY("DAWSOS_FMP_KEY_EXPIRES"),
    FRED_KEY("DAWSOS_FRED_KEY_EXPIRES"),
    NEWS_KEY("DAWSOS_NEWS_KEY_EXPIRES"),
    SMTP_PASSWORD("DAWSOS_SMTP_EXPIRES"),
    DATABASE_PASSWORD("DATABASE_EXPIRES"),
    REDIS_PASSWORD("REDIS_EXPIRES"),
    TLS_CERTIFICATE("DAWSOS_TLS_CERTIFICATE");

    private final String setting;

    Credential(String setting) {
        this.setting = setting;
    }

    /** The variable that tells when it expires; of the certificate, in which file it is. */
    String setting() {
        return setting;
    }

    /** As in the metric's label. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Credential::label).toList();
    }
}
