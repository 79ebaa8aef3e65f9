package io.dawsos.portfolio.alert;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Why an attempt failed: the closed set of the label {@code error}. */
enum DeliveryError {
    TIMEOUT,
    REFUSED,
    DNS,
    TLS,
    HTTP_3XX,
    HTTP_4XX,
    HTTP_5XX,
    SMTP,
    /** The receiver's address is none that webhooks may go to. */
    BLOCKED,
    OTHER;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> names() {
        return Arrays.stream(values()).map(DeliveryError::text).toList();
    }
}
