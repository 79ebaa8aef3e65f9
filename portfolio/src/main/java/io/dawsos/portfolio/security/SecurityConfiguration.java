package io.dawsos.portfolio.security;

import io.dawsos.portfolio.Settings;
import io.dawsos.portfolio.api.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;

/** Bearer tokens only: no session, no cookie, no form. Health, metrics and the API's description are open. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

    private static final String[] OPEN = {"/health", "/health/*", "/metrics", "/v1/openapi.json"};
    private static final String[] READERS = {"ADMIN", "MANAGER", "USER", "VIEWER"};
    private static final String[] WRITERS = {"ADMIN", "MANAGER", "USER"};

    @Bean
    JwtDecoder jwtDecoder(Settings settings) throws IOException {
        return settings.jwtIssuer() == null
                ? TokenChecks.own(SigningKey.readOrCreate(settings.data()))
                : TokenChecks.of(settings.jwtIssuer());
    }

    /** That a token cannot be checked would be thrown on by the filter, and be a failure of this service. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> withFailuresTo(Refusals refusals) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(refusals::commence);
                return filter;
            }
        };
    }

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, ProblemWriter problems) {
        Refusals refusals = new Refusals(problems);
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, OPEN)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET)
                        .hasAnyRole(READERS)
                        .anyRequest()
                        .hasAnyRole(WRITERS))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .withObjectPostProcessor(withFailuresTo(refusals))
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(CallerAuthentication.fromToken())))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }
}
