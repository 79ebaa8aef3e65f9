package io.dawsos.observatory.server;

import io.dawsos.observatory.server.http.Parameters;
import io.dawsos.telemetry.metrics.Metrics;
import io.dawsos.telemetry.metrics.MetricsPage;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** {@code /metrics}: how this server itself is doing, in the format that the scraper likes best. */
final class MetricsEndpoint implements HttpService {
    private final MetricsPage page;

    MetricsEndpoint(Metrics metrics) {
        page = new MetricsPage(metrics);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/metrics", this::answer);
    }

    private void answer(ServerRequest request, ServerResponse response) {
        MetricsPage.Answer answer = page.answer(
                request.headers().first(HeaderNames.ACCEPT).orElse(null),
                request.headers().first(HeaderNames.ACCEPT_ENCODING).orElse(null),
                Parameters.parse(request.query().rawValue()).all("name[]"));
        response.header(HeaderNames.CONTENT_TYPE, answer.contentType());
        if (answer.contentEncoding() != null) {
            response.header(HeaderNames.CONTENT_ENCODING, answer.contentEncoding());
        }
        response.send(answer.body());
    }
}
