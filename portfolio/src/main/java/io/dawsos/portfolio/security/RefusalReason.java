package io.dawsos.portfolio.security;

import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/** Says why a token was refused, without a piece of it. */
final class RefusalReason {

    private static final String NO_TOKEN = "a bearer token is wanted; ./dawsos token --user demo --role USER makes one";

    private RefusalReason() {}

    static String of(AuthenticationException refusal) {
        if (refusal.getCause() instanceof JwtValidationException invalid) {
            return invalid.getErrors().stream()
                    .map(OAuth2Error::getDescription)
                    .collect(Collectors.joining("; "))
                    .replace("Jwt expired at", "the token expired at")
                    .replace("Jwt used before", "the token is not valid before");
        }
        if (refusal.getCause() instanceof BadJwtException bad) {
            return ofDecoding(bad.getCause());
        }
        return refusal instanceof OAuth2AuthenticationException ? told(refusal) : NO_TOKEN;
    }

    private static String ofDecoding(@Nullable Throwable cause) {
        return switch (cause) {
            case BadJWSException e -> "the token's signature does not fit the key that is trusted here";
            case BadJOSEException e -> "the token is not signed with an algorithm and key that are trusted here";
            case null, default -> "the token is not a signed JWT, or its claims contradict each other";
        };
    }

    /** Ours, or a sentence of the framework's about the header's form: neither quotes the token. */
    private static String told(AuthenticationException refusal) {
        String message = refusal.getMessage();
        return message == null ? "the token is not valid" : message;
    }
}
