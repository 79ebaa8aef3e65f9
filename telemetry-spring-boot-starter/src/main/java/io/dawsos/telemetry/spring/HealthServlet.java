package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.health.Health;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /health}, {@code /health/live} and {@code /health/ready} as JSON; 503 when a needed dependency is down. */
final class HealthServlet extends HttpServlet {

    private final transient Health health;

    HealthServlet(Health health) {
        this.health = health;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        throw new UnsupportedOperationException();
    }
}
