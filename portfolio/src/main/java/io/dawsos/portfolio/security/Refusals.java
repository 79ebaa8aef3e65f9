package io.dawsos.portfolio.security;

import io.dawsos.portfolio.api.Problem;
import io.dawsos.portfolio.api.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Answers requests that security refused: 401 without a good token, 403 where the roles do not suffice, 503 while an
 * outside issuer's keys cannot be had.
 */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Problem ISSUER_AWAY = Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "issuer-unavailable",
            "the token cannot be checked: its issuer's keys cannot be fetched");

    private final ProblemWriter problems;

    Refusals(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (refusal instanceof AuthenticationServiceException) {
            problems.write(response, ISSUER_AWAY);
            return;
        }
        String reason = RefusalReason.of(refusal);
        boolean tokenSent = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                tokenSent
                        ? "Bearer error=\"invalid_token\", error_description=\"%s\""
                                .formatted(reason.replace('"', '\''))
                        : "Bearer");
        problems.write(response, Problem.of(HttpStatus.UNAUTHORIZED, "unauthenticated", reason));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        problems.write(response, Problem.of(HttpStatus.FORBIDDEN, "forbidden", reason(request)));
    }

    private static String reason(HttpServletRequest request) {
        String roles = SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller
                ? ((Caller) caller.getPrincipal()).roles().toString()
                : "[]";
        return "%s needs one of the roles %s, the token has %s"
                .formatted(
                        request.getMethod(),
                        request.getMethod().equals("GET") ? "ADMIN, MANAGER, USER, VIEWER" : "ADMIN, MANAGER, USER",
                        roles);
    }
}
