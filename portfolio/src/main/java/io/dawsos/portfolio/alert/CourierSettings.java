package io.dawsos.portfolio.alert;

import java.time.Duration;

/**
 * How the courier works.
 *
 * @param poll how long it sleeps when nobody wakes it
 * @param lease how long a claim holds; longer than an attempt may take
 * @param attempt how long one attempt may take
 * @param most deliveries on their way at once
 * @param mostPerReceiver of them to one receiver
 */
record CourierSettings(Duration poll, Duration lease, Duration attempt, int most, int mostPerReceiver) {

    static final CourierSettings USUAL =
            new CourierSettings(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(10), 256, 4);
}
