package io.dawsos.telemetry.spring;

import io.opentelemetry.context.Scope;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;

/**
 * Puts the authenticated user into the request's context, for the handlers' log lines and spans. Comes after security,
 * whose wrapped request names the principal; needs none of its classes.
 */
final class HttpUserFilter implements Filter {

    @Override
    @SuppressWarnings("try") // the scope is there to be closed
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Principal user = request instanceof HttpServletRequest http ? http.getUserPrincipal() : null;
        if (user != null && request.getAttribute(HttpExchange.ATTRIBUTE) instanceof HttpExchange exchange) {
            exchange.user(user.getName());
            try (Scope scope = exchange.makeCurrent()) {
                chain.doFilter(request, response);
            }
        } else {
            chain.doFilter(request, response);
        }
    }
}
