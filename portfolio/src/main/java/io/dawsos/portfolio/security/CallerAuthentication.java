package io.dawsos.portfolio.security;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** A caller whose token was found good. Keeps nothing of the token itself. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final int LONGEST_USER_ID = 200;

    private final transient Caller caller;

    private CallerAuthentication(Caller caller) {
        super(authorities(caller));
        this.caller = caller;
        setAuthenticated(true);
    }

    /** Reads the claims {@code sub} and {@code roles}; roles of other services are passed over. */
    static Converter<Jwt, AbstractAuthenticationToken> fromToken() {
        return CallerAuthentication::of;
    }

    private static CallerAuthentication of(Jwt token) {
        String userId = token.getSubject();
        if (userId == null || userId.isBlank() || userId.length() > LONGEST_USER_ID) {
            throw new InvalidBearerTokenException("the token's sub must be a user id of 1 to 200 characters");
        }
        return new CallerAuthentication(new Caller(
                userId,
                roles(token).stream()
                        .flatMap(name -> Role.named(name).stream())
                        .collect(Collectors.toUnmodifiableSet())));
    }

    private static List<String> roles(Jwt token) {
        if (token.getClaims().get("roles") instanceof Collection<?> names) {
            return names.stream().map(String::valueOf).toList();
        }
        return List.of();
    }

    private static List<SimpleGrantedAuthority> authorities(Caller caller) {
        return caller.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return caller.userId();
    }
}
