package io.dawsos.portfolio.provider;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request to a provider and reads its answer: within a time that holds for the body too, and not more of a
 * body than is wanted.
 */
final class Wire {

    private final Source source;
    private final String keyParameter;
    private final HttpClient client;
    private final Clock clock;

    /** @param keyParameter the name under which the provider takes its key in the query */
    Wire(Source source, String keyParameter, HttpClient client, Clock clock) {
        this.source = source;
        this.keyParameter = keyParameter;
        this.client = client;
        this.clock = clock;
    }

    /** No answer that can be used; {@code retryAfter} where the provider said when it will have one. */
    static final class Failed extends Exception {

        private final ProviderException failure;
        private final @Nullable Duration retryAfter;

        private Failed(ProviderException failure, @Nullable Duration retryAfter) {
            super(failure.getMessage(), null, false, false); // carries its exception to the next stage
            this.failure = failure;
            this.retryAfter = retryAfter;
        }

        ProviderException failure() {
            return failure;
        }

        @Nullable
        Duration retryAfter() {
            return retryAfter;
        }
    }

    <T> T send(Question<T> question, Duration limit) throws Failed {
        HttpRequest request = HttpRequest.newBuilder(address(question))
                .timeout(limit)
                .header("Accept", "application/json, text/csv;q=0.9")
                .GET()
                .build();
        HttpResponse<byte[]> response = await(question, request, limit);
        Failure failure = failure(response.statusCode());
        if (failure != null) {
            throw failed(question, failure, "wanted 200, got status " + response.statusCode(), retryAfter(response));
        }
        try {
            return question.reader().read(response.body());
        } catch (BadAnswer bad) {
            throw failed(question, bad.failure(), bad.reason(), null);
        }
    }

    private HttpResponse<byte[]> await(Question<?> question, HttpRequest request, Duration limit) throws Failed {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), question.mostBytes()));
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw timedOut(question, limit);
        } catch (ExecutionException e) {
            throw broken(question, limit, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(question, Failure.INTERRUPTED, "interrupted", null);
        } finally {
            answer.cancel(true);
        }
    }

    private Failed broken(Question<?> question, Duration limit, Throwable thrown) {
        if (thrown instanceof HttpTimeoutException) {
            return timedOut(question, limit);
        }
        if (thrown instanceof IOException && String.valueOf(thrown.getMessage()).contains("body exceeds capacity")) {
            return failed(
                    question,
                    Failure.GARBAGE,
                    "wanted at most %d bytes, got more".formatted(question.mostBytes()),
                    null);
        }
        String what = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return failed(question, Failure.UNREACHABLE, thrown.getClass().getSimpleName() + what, null);
    }

    private Failed timedOut(Question<?> question, Duration limit) {
        return failed(
                question, Failure.TIMEOUT, "wanted an answer within %d ms, got none".formatted(limit.toMillis()), null);
    }

    private Failed failed(Question<?> question, Failure failure, String what, @Nullable Duration retryAfter) {
        String message = "%s %s: %s"
                .formatted(source.name(), question.endpoint(), source.key().hideIn(what));
        return new Failed(new ProviderException(source.name(), failure, message), retryAfter);
    }

    private @Nullable Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .map(value -> RetryAfter.parse(value, clock.instant()))
                .orElse(null);
    }

    private static @Nullable Failure failure(int status) {
        return switch (status) {
            case 200 -> null;
            case 429 -> Failure.HTTP_429;
            default -> status >= 500 ? Failure.HTTP_5XX : status >= 400 ? Failure.HTTP_4XX : Failure.HTTP_OTHER;
        };
    }

    private URI address(Question<?> question) {
        StringBuilder address = new StringBuilder()
                .append(source.base())
                .append(question.path())
                .append('?');
        question.parameters()
                .forEach((name, value) ->
                        address.append(name).append('=').append(encode(value)).append('&'));
        return URI.create(address.append(keyParameter)
                .append('=')
                .append(source.key().encoded())
                .toString());
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
