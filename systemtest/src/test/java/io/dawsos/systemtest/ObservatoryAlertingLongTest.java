package io.dawsos.systemtest;

import org.junit.jupiter.api.Tag;

/** With the observatory, at the pace that is shipped: how long it takes from fault to page. */
@Tag("long")
class ObservatoryAlertingLongTest extends AlertingSuite {

    ObservatoryAlertingLongTest() {
        super(Pace.SHIPPED, ObservatoryStack::start);
    }
}
