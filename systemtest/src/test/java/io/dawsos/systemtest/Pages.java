package io.dawsos.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.systemtest.PagerDuty.Event;
import io.dawsos.systemtest.Rules.Alert;
import io.dawsos.systemtest.Slack.Message;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must be in what people are woken with. */
final class Pages {

    private Pages() {}

    static void check(Event page, Alert alert) {
        String runbook = alert.annotation("runbook_url");
        assertThat(page.action()).isEqualTo("trigger");
        assertThat(page.text("/routing_key")).isEqualTo(PagerDuty.ROUTING_KEY);
        assertThat(page.incident()).isNotBlank();
        assertThat(page.text("/client")).isEqualTo("DawsOS");
        assertThat(page.text("/client_url")).startsWith("http");
        assertThat(page.text("/links/0/href")).isEqualTo(runbook);
        assertThat(page.text("/payload/severity")).isEqualTo(alert.label("severity"));
        assertThat(page.text("/payload/source")).isNotBlank();
        assertThat(page.text("/payload/component")).isEqualTo("portfolio");
        assertThat(page.text("/payload/group")).isEqualTo(alert.label("slo"));
        assertThat(page.text("/payload/summary")).startsWith(page.text("/payload/class") + ": ");
        assertThat(page.text("/payload/custom_details/slo")).isEqualTo(alert.label("slo"));
        assertThat(page.text("/payload/custom_details/runbook_url")).isEqualTo(runbook);
        assertThat(page.text("/payload/custom_details/description"))
                .isNotBlank()
                .doesNotContain("{{", "no value");
        assertThat(page.text("/payload/custom_details/firing")).contains(fixedPart(alert.annotation("summary")));
    }

    static void check(Message message, Alert alert) {
        assertThat(message.text("channel")).isEqualTo("#dawsos-alerts");
        assertThat(message.text("title"))
                .startsWith("FIRING ")
                .endsWith("(" + alert.label("severity") + ", " + alert.label("slo") + ")");
        assertThat(message.text("title_link")).startsWith("http");
        assertThat(message.text("color")).isEqualTo("danger");
        assertThat(message.text("fallback")).startsWith("FIRING ");
        assertThat(message.text("text"))
                .contains("*" + alert.name() + "*: " + fixedPart(alert.annotation("summary")))
                .contains("<" + alert.annotation("runbook_url") + "|Runbook>");
    }

    /** Of a text that Prometheus fills in: what stands before that. */
    private static String fixedPart(String template) {
        int filled = template.indexOf("{{");
        return filled < 0 ? template : template.substring(0, filled);
    }

    /** A line for each, in Markdown. */
    static String list(List<Event> events) {
        return events.stream()
                .map(event -> "- %s %s %s: fires %s, over %s%n"
                        .formatted(
                                event.at(),
                                event.action(),
                                event.text("/payload/group"),
                                alerts(event, "firing"),
                                alerts(event, "resolved")))
                .collect(Collectors.joining());
    }

    private static List<String> alerts(Event event, String which) {
        return Pattern.compile("alertname = (\\w+)")
                .matcher(event.text("/payload/custom_details/" + which))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    static Collection<Event> lastOfEachIncident(List<Event> events) {
        Map<String, Event> last = new LinkedHashMap<>();
        events.forEach(event -> last.put(event.incident(), event));
        return last.values();
    }
}
