package io.dawsos.observatory.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.Set;

/** Lets in who shows the token, and anybody who asks only whether this runs. */
public final class TokenFilter implements Filter {
    private static final Set<String> OPEN = Set.of("/-/healthy", "/-/ready");

    private final AccessToken token;

    public TokenFilter(AccessToken token) {
        this.token = token;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String authorization =
                request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        if (OPEN.contains(request.path().path()) || token.isShownBy(authorization)) {
            chain.proceed();
        } else {
            response.status(Status.UNAUTHORIZED_401);
            response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
            response.send("wanted the header Authorization: Bearer TOKEN with the token of this server\n");
        }
    }
}
