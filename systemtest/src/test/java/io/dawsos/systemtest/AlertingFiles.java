package io.dawsos.systemtest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Copies of the files of {@code deploy/} for a run on this machine: other addresses and key files, and time as fast as a
 * pace has it. Nothing else is changed.
 */
record AlertingFiles(Path prometheus, Path alertmanager) {

    /**
     * @param prometheus host and port of what scrapes, which scrapes itself as well
     * @param alertmanager host and port of what alerts are sent to
     */
    record Addresses(String service, String prometheus, String alertmanager, URI pagerDuty, URI slack) {}

    static AlertingFiles write(Path folder, Pace pace, Addresses to) throws IOException {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        for (Path rule : PromQuery.files("deploy/prometheus/rules", ".yml")) {
            Files.writeString(rules.resolve(rule.getFileName()), pace.of(Files.readString(rule)));
        }
        Path secrets = Files.createDirectory(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("pagerduty_routing_key"), PagerDuty.ROUTING_KEY + "\n");
        Files.writeString(secrets.resolve("slack_api_url"), to.slack + "\n");
        Text prometheus = Text.of("deploy/prometheus/prometheus.yml")
                .with("127.0.0.1:8080", to.service)
                .with("127.0.0.1:9090", to.prometheus)
                .with("127.0.0.1:9093", to.alertmanager);
        Text alertmanager = Text.of("deploy/alertmanager/alertmanager.yml")
                .with("https://events.pagerduty.com/v2/enqueue", to.pagerDuty.toString())
                .with("_file: /etc/alertmanager/secrets/", "_file: " + secrets + "/");
        return new AlertingFiles(
                Files.writeString(folder.resolve("prometheus.yml"), pace.of(prometheus.text)),
                Files.writeString(folder.resolve("alertmanager.yml"), pace.of(alertmanager.text)));
    }

    private record Text(String text) {

        static Text of(String file) throws IOException {
            return new Text(Files.readString(Repository.file(file)));
        }

        Text with(String shipped, String here) {
            if (!text.contains(shipped)) {
                throw new AssertionError("nothing says " + shipped + " any more in:\n" + text);
            }
            return new Text(text.replace(shipped, here));
        }
    }
}
