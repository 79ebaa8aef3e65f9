package io.dawsos.telemetry.http;

import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.redact.Redactor;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's client, each of whose calls within a trace is a span and carries the trace on. Outside of a trace it sends
 * the request as it is. Bodies are neither read nor kept; secrets in an address are hidden in the span, not in the call.
 */
public final class TracedHttpClient extends HttpClient {

    private final HttpClient client;
    private final Tracer tracer;
    private final Redactor redactor;
    private final Propagation propagation;

    private TracedHttpClient(HttpClient client, Telemetry telemetry) {
        this.client = client;
        this.tracer = telemetry.tracer();
        this.redactor = telemetry.redactor();
        this.propagation = new Propagation(telemetry.openTelemetry());
    }

    /** The client itself where telemetry is off. Closing what is returned closes the client. */
    public static HttpClient wrap(HttpClient client, Telemetry telemetry) {
        return telemetry.enabled() ? new TracedHttpClient(client, telemetry) : client;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        ClientCall call = start(request);
        if (call == null) {
            return client.send(request, handler);
        }
        HttpResponse<T> response = null;
        Throwable failure = null;
        try {
            response = client.send(call.request(), handler);
            return response;
        } catch (Throwable thrown) {
            failure = thrown;
            throw thrown;
        } finally {
            call.end(response, failure);
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        return sendAsync(request, handler, null);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> push) {
        ClientCall call = start(request);
        if (call == null) {
            return client.sendAsync(request, handler, push);
        }
        try {
            CompletableFuture<HttpResponse<T>> answer = client.sendAsync(call.request(), handler, push);
            // On the client's own future: cancelling what the caller holds must cancel the exchange.
            var _ = answer.whenComplete(call::end);
            return answer;
        } catch (RuntimeException | Error thrown) {
            call.end(null, thrown);
            throw thrown;
        }
    }

    private @Nullable ClientCall start(HttpRequest request) {
        return Span.current().getSpanContext().isValid()
                ? ClientCall.start(tracer, propagation, redactor, request)
                : null;
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.authenticator();
    }

    @Override
    public Version version() {
        return client.version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.executor();
    }

    @Override
    public WebSocket.Builder newWebSocketBuilder() {
        return client.newWebSocketBuilder();
    }

    @Override
    public void shutdown() {
        client.shutdown();
    }

    @Override
    public boolean awaitTermination(Duration duration) throws InterruptedException {
        return client.awaitTermination(duration);
    }

    @Override
    public boolean isTerminated() {
        return client.isTerminated();
    }

    @Override
    public void shutdownNow() {
        client.shutdownNow();
    }

    @Override
    public void close() {
        client.close();
    }
}
