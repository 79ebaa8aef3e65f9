package io.dawsos.systemtest;

import org.junit.jupiter.api.Tag;

/** With Prometheus and Alertmanager, at the pace that is shipped: how long it takes from fault to page. */
@Tag("long")
class RealAlertingLongTest extends AlertingSuite {

    RealAlertingLongTest() {
        super(Pace.SHIPPED, RealPrometheusAndAlertmanager::start);
    }
}
