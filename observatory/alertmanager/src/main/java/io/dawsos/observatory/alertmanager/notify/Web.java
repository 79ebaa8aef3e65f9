package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.config.HttpClientConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends JSON by HTTP, with the settings of a receiver. */
final class Web {
    private static final String USER_AGENT = "Alertmanager/DawsOS";

    private final HttpClientConfig config;

    Web(HttpClientConfig config) {
        this.config = config;
    }

    /** An answer, whatever its status says. */
    record Answer(int status, String contentType, String body) {}

    /**
     * Sends and waits for the answer.
     *
     * @throws IOException when there is none in time; the message may hold the address
     */
    Answer send(String method, URI address, String json, Map<String, String> headers, Duration left)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .setHeader("Content-Type", "application/json")
                .setHeader("User-Agent", USER_AGENT);
        config.authorize(request);
        headers.forEach(request::setHeader);
        HttpResponse<String> response = await(config.client().sendAsync(request.build(), _ -> new CappedBody()), left);
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    private static HttpResponse<String> await(CompletableFuture<HttpResponse<String>> sent, Duration left)
            throws IOException {
        try {
            return sent.get(left.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new IOException("no answer within " + left.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the answer", e);
        } catch (CancellationException e) {
            throw new IOException("cancelled", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }
}
