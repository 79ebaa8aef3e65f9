package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.model.Labels;
import java.net.URI;
import java.time.Duration;

/**
 * What is scraped.
 *
 * @param discovered its labels before relabelling
 * @param labels those that its series bear
 */
record Target(Labels discovered, Labels labels, URI address, Duration interval, Duration timeout) {
    /** Two targets with one key are the same target, whatever else differs. */
    record Key(Labels labels, URI address) {}

    Key key() {
        return new Key(labels, address);
    }

    /** Where in its interval it is scraped, so that targets do not come all at once; the same after a restart. */
    long offsetMillis() {
        long mixed = (31L * labels.hashCode() + address.hashCode()) * 0x9E3779B97F4A7C15L;
        return Long.remainderUnsigned(mixed ^ (mixed >>> 32), interval.toMillis());
    }
}
