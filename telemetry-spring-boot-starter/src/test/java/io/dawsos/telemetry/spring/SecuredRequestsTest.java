package io.dawsos.telemetry.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.telemetry.testing.MemorySpans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** The same service behind Spring Security. */
@ExtendWith(OutputCaptureExtension.class)
class SecuredRequestsTest {

    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<String> USER = AttributeKey.stringKey("user_id");

    private static Shop shop;

    @BeforeAll
    static void open(CapturedOutput output) {
        shop = Shop.open(List.of(Security.class));
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void request_withoutUser_isRefusedAndCountedUnderItsRoute() {
        String trace = Shop.newTraceId();
        String counter = "http_requests_total{endpoint=\"/price\",method=\"GET\",status=\"401\"}";
        double before = shop.sample(counter);

        assertThat(shop.get("/articles/7/price?hit=true", Shop.within(trace)).statusCode())
                .isEqualTo(401);

        SpanData span = MemorySpans.request(trace);
        assertThat(span.getAttributes().get(ROUTE)).isEqualTo("/articles/{id}/price");
        assertThat(span.getAttributes().get(USER)).isNull();
        assertThat(shop.sample(counter)).isEqualTo(before + 1);
    }

    @Test
    void request_unknownPathWithoutUser_isOther() {
        String trace = Shop.newTraceId();

        assertThat(shop.get("/no/such/" + trace, Shop.within(trace)).statusCode())
                .isEqualTo(401);

        assertThat(MemorySpans.request(trace).getAttributes().get(ROUTE)).isNull();
        assertThat(shop.sample("http_requests_total{endpoint=\"other\",method=\"GET\",status=\"401\"}"))
                .isGreaterThanOrEqualTo(1);
    }

    @Test
    void request_withUser_bearsUserIdOnSpanAndLogLine(CapturedOutput output) {
        String trace = Shop.newTraceId();

        assertThat(shop.get("/articles/by-" + trace, as("ann", trace)).statusCode())
                .isEqualTo(200);

        assertThat(MemorySpans.request(trace).getAttributes().get(USER)).isEqualTo("ann");
        assertThat(HttpRequestsTest.line(output, "by-" + trace)).contains("\"user_id\":\"ann\"");
    }

    @Test
    void request_forbiddenToItsUser_bearsUserId() {
        String trace = Shop.newTraceId();

        assertThat(shop.send("POST", "/articles", as("ann", trace)).statusCode())
                .isEqualTo(403);

        SpanData span = MemorySpans.request(trace);
        assertThat(span.getAttributes().get(USER)).isEqualTo("ann");
        assertThat(span.getAttributes().get(ROUTE)).isEqualTo("/articles");
    }

    @Test
    void ownPaths_canBePermittedByPattern() {
        assertThat(shop.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(shop.get("/metrics").statusCode()).isEqualTo(200);
    }

    private static String[] as(String user, String trace) {
        String secret = Base64.getEncoder().encodeToString((user + ":pass").getBytes(StandardCharsets.UTF_8));
        return Stream.concat(Stream.of(Shop.within(trace)), Stream.of("Authorization", "Basic " + secret))
                .toArray(String[]::new);
    }

    @Configuration(proxyBeanMethods = false)
    static class Security {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/health/**", "/metrics")
                            .permitAll()
                            .requestMatchers(org.springframework.http.HttpMethod.POST, "/**")
                            .hasRole("ADMIN")
                            .anyRequest()
                            .authenticated())
                    .csrf(csrf -> csrf.disable())
                    .httpBasic(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(User.withUsername("ann")
                    .password("{noop}pass")
                    .roles("USER")
                    .build());
        }
    }
}
