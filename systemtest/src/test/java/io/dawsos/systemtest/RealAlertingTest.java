package io.dawsos.systemtest;

/** With Prometheus and Alertmanager, at twenty times the pace. */
class RealAlertingTest extends AlertingSuite {

    RealAlertingTest() {
        super(Pace.SHORTENED, RealPrometheusAndAlertmanager::start);
    }
}
