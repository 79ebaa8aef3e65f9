package io.dawsos.telemetry.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;

/**
 * The user of a request that Spring Security knew and still refused: it never came to {@link HttpUserFilter}. Token and
 * basic authentication leave their result at the request; one that came from a session is not found.
 */
final class RefusedUser {

    /** The attribute of Spring Security's {@code RequestAttributeSecurityContextRepository}. */
    private static final String ATTRIBUTE =
            "org.springframework.security.web.context.RequestAttributeSecurityContextRepository.SPRING_SECURITY_CONTEXT";

    Optional<String> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof SecurityContext context
                ? Optional.ofNullable(context.getAuthentication())
                        .filter(each -> !(each instanceof AnonymousAuthenticationToken))
                        .map(Authentication::getName)
                : Optional.empty();
    }
}
