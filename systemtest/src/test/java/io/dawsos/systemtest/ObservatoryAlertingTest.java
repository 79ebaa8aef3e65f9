package io.dawsos.systemtest;

/** With the observatory, at twenty times the pace: what {@link RealAlertingTest} asks of Prometheus and Alertmanager. */
class ObservatoryAlertingTest extends AlertingSuite {

    ObservatoryAlertingTest() {
        super(Pace.SHORTENED, ObservatoryStack::start);
    }
}
