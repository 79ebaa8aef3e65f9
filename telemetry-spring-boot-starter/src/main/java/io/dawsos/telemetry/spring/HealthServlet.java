package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.health.Health;
import io.dawsos.telemetry.health.HealthReport;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code /health}, {@code /health/live} and {@code /health/ready} as JSON; 503 when a needed dependency is down. */
final class HealthServlet extends HttpServlet {

    private final transient Health health;

    HealthServlet(Health health) {
        this.health = health;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HealthReport report =
                switch (request.getServletPath()) {
                    case IgnoredPaths.LIVE -> health.live();
                    case IgnoredPaths.READY -> health.ready();
                    default -> health.report();
                };
        byte[] body = report.toJson().getBytes(StandardCharsets.UTF_8);
        response.setStatus(report.httpStatus());
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
