package io.dawsos.observatory.alertmanager.template;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Data of two alerts, one of them resolved. */
final class Samples {
    static final Instant STARTED = Instant.parse("2024-11-24T10:15:30.5Z");

    private Samples() {}

    static Data data() {
        KeyValues first = new KeyValues(Map.of("alertname", "Slow", "job", "api", "instance", "a:1"));
        KeyValues second = new KeyValues(Map.of("alertname", "Slow", "job", "api", "instance", "b:1"));
        KeyValues said = new KeyValues(Map.of("summary", "p95 is <1.2 s & rising"));
        return new Data(
                "team",
                "firing",
                new Alerts(List.of(
                        new AlertData(
                                false,
                                first,
                                said,
                                GoTime.of(STARTED),
                                GoTime.of(null),
                                "http://p/graph?a=1&b=2",
                                "a1"),
                        new AlertData(
                                true,
                                second,
                                said,
                                GoTime.of(STARTED),
                                GoTime.of(STARTED.plusSeconds(90)),
                                "javascript:alert(1)",
                                "b2"))),
                "new alerts",
                new KeyValues(Map.of("alertname", "Slow")),
                new KeyValues(Map.of("alertname", "Slow", "job", "api")),
                said,
                "http://am:9093");
    }
}
