package io.dawsos.observatory.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.net.URI;
import java.util.List;

/**
 * Refuses what changes something when a browser sends it for a page of another site: to a browser on this machine
 * loopback is no protection.
 */
public final class OriginFilter implements Filter {
    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String origin = request.headers().first(HeaderNames.ORIGIN).orElse("");
        boolean reads =
                List.of(Method.GET, Method.HEAD).contains(request.prologue().method());
        if (origin.isEmpty() || reads || sameHost(origin, request.authority())) {
            chain.proceed();
        } else {
            response.status(Status.FORBIDDEN_403)
                    .send("a page of " + printable(origin) + " may not change this server\n");
        }
    }

    private static boolean sameHost(String origin, String authority) {
        try {
            return authority.equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String printable(String text) {
        return text.length() > 200 ? text.substring(0, 200) : text;
    }
}
