package io.dawsos.portfolio.credential;

import java.time.Instant;

/** When something expires. Read at each scrape: a file may have been renewed meanwhile. */
@FunctionalInterface
interface Expiry {
    Instant at();
}
