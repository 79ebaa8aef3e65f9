package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.metrics.Metrics;
import io.dawsos.telemetry.metrics.MetricsPage;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code /metrics}, in the format that the scraper asks for. */
final class MetricsServlet extends HttpServlet {

    private static final String OFF = "There are no metrics: ENABLE_OBSERVABILITY is false.\n";

    private final transient MetricsPage page;
    private final boolean enabled;

    MetricsServlet(Metrics metrics, boolean enabled) {
        this.page = new MetricsPage(metrics);
        this.enabled = enabled;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (enabled) {
            write(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/plain;charset=utf-8");
            response.getOutputStream().write(OFF.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] names = request.getParameterValues("name[]");
        MetricsPage.Answer answer = page.answer(
                request.getHeader("Accept"),
                request.getHeader("Accept-Encoding"),
                names == null ? List.of() : List.of(names));
        response.setContentType(answer.contentType());
        response.setHeader("Vary", "Accept, Accept-Encoding");
        if (answer.contentEncoding() != null) {
            response.setHeader("Content-Encoding", answer.contentEncoding());
        }
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }
}
