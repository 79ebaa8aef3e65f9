package io.dawsos.telemetry.spring;

import static org.awaitility.Awaitility.await;

import com.example.shop.ShopApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A running shop on a free port, and its caller. */
final class Shop implements AutoCloseable {

    private static final List<String> SETTINGS = List.of(
            "server.port=0",
            "server.address=127.0.0.1",
            "spring.application.name=shop",
            "spring.threads.virtual.enabled=true",
            "otel.traces.exporter=memory",
            "management.otlp.metrics.export.enabled=false",
            "otel.bsp.schedule.delay=20ms",
            "dawsos.strict-labels=true");

    /** Turns off what Spring Security brings to a service by being on its class path. */
    static final String NO_SECURITY =
            "spring.autoconfigure.exclude=org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration,"
                    + "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration,"
                    + "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration,"
                    + "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration,"
                    + "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration";

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private Shop(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Shop open(String... settings) {
        return open(List.of(), settings);
    }

    static Shop open(List<Class<?>> more, String... settings) {
        List<Class<?>> sources = new ArrayList<>(more);
        sources.add(ShopApplication.class);
        return new Shop(new SpringApplicationBuilder(sources.toArray(Class[]::new))
                .properties(
                        Stream.concat(SETTINGS.stream(), Stream.of(settings)).toArray(String[]::new))
                .run());
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The answer, once its status is this: a pool opens with the first check, which may take longer than it is given. */
    HttpResponse<String> getUntil(int status, String path) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> get(path), answer -> answer.statusCode() == status);
    }

    String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** Lines of the metrics page that are samples. */
    List<String> samples() {
        return get("/metrics")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** The value of the one sample with this name and these labels; 0 when there is none. */
    double sample(String nameAndLabels) {
        return samples().stream()
                .filter(line -> line.startsWith(nameAndLabels + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }

    /** A trace id that no other test has. */
    static String newTraceId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** Headers that make a request part of a trace, sampled. */
    static String[] within(String traceId) {
        return new String[] {"traceparent", "00-" + traceId + "-00f067aa0ba902b7-01"};
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }
}
