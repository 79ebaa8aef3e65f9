package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.ConfigNode;
import io.dawsos.observatory.config.HttpClientConfig;
import io.dawsos.observatory.config.SecretSource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * PagerDuty. With a routing key it is its Events API 2, with a service key the API 1. Texts, keys and the details' values
 * are templates.
 *
 * @param details what the event says further; a value is a text, or a list or map of values
 */
public record PagerDutyConfig(
        boolean sendResolved,
        HttpClientConfig http,
        @Nullable SecretSource serviceKey,
        @Nullable SecretSource routingKey,
        URI url,
        String client,
        String clientUrl,
        String description,
        Map<String, Object> details,
        List<Image> images,
        List<Link> links,
        String source,
        String severity,
        String classType,
        String component,
        String group,
        @Nullable Duration timeout)
        implements IntegrationConfig {

    /** An image of the event. */
    public record Image(String src, String alt, String href) {
        static Image read(Section section) {
            return new Image(section.text("src"), section.text("alt"), section.text("href"));
        }
    }

    /** A link of the event. */
    public record Link(String href, String text) {
        static Link read(Section section) {
            return new Link(section.text("href"), section.text("text"));
        }
    }

    static PagerDutyConfig read(Section section, GlobalConfig global) {
        SecretSource serviceKey = section.secret("service_key");
        SecretSource routingKey = section.secret("routing_key");
        if (serviceKey == null && routingKey == null) {
            throw section.problem(
                    "routing_key is missing; write routing_key for Events API 2, or service_key for API 1");
        }
        String client = section.text("client", "{{ template \"pagerduty.default.client\" . }}");
        String source = section.text("source");
        return new PagerDutyConfig(
                section.flag("send_resolved", true),
                section.http(global.http()),
                serviceKey,
                routingKey,
                section.url("url", global.pagerDutyUrl()),
                client,
                section.text("client_url", "{{ template \"pagerduty.default.clientURL\" . }}"),
                section.text("description", "{{ template \"pagerduty.default.description\" .}}"),
                details(section.find("details")),
                section.all("images", Image::read),
                section.all("links", Link::read),
                source.isEmpty() ? client : source,
                section.text("severity"),
                section.text("class"),
                section.text("component"),
                section.text("group"),
                section.timeout());
    }

    private static Map<String, Object> details(@Nullable ConfigNode node) {
        Map<String, Object> details = new TreeMap<>(Map.of(
                "firing", "{{ template \"pagerduty.default.instances\" .Alerts.Firing }}",
                "resolved", "{{ template \"pagerduty.default.instances\" .Alerts.Resolved }}",
                "num_firing", "{{ .Alerts.Firing | len }}",
                "num_resolved", "{{ .Alerts.Resolved | len }}"));
        if (node != null) {
            details.putAll(FreeValue.map(node));
        }
        return details;
    }

    @Override
    public String type() {
        return "pagerduty";
    }
}
