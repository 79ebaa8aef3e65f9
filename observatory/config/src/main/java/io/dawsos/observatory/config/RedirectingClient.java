package io.dawsos.observatory.config;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * Follows redirects, ten at most, and leaves credentials behind when they lead to another host or off TLS, which the
 * JDK's own client does not. Speaks HTTP/1.1 without TLS: an upgrade to HTTP/2 confuses small servers.
 */
final class RedirectingClient extends HttpClient {
    private static final int MAX_REDIRECTS = 10;

    private final HttpClient delegate;
    private final boolean follow;
    private final Set<String> confined;

    /** @param headers further ones, beside those for credentials, that do not leave the host */
    RedirectingClient(HttpClient delegate, boolean follow, Set<String> headers) {
        this.delegate = delegate;
        this.follow = follow;
        this.confined = Stream.concat(Stream.of("authorization", "cookie"), headers.stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        HttpRequest next = plain(request);
        for (int redirects = 0; ; redirects++) {
            HttpResponse<T> response = delegate.send(next, withoutRedirects(handler));
            HttpRequest following = following(next, response);
            if (following == null) {
                return response;
            }
            if (redirects == MAX_REDIRECTS) {
                throw new IOException("stopped after " + MAX_REDIRECTS + " redirects");
            }
            next = following;
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        Chain<T> chain = new Chain<>(handler);
        chain.send(plain(request), 0);
        return chain;
    }

    /** Pushes are not taken. */
    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushes) {
        return sendAsync(request, handler);
    }

    /** A chain of requests; who cancels it cancels the request that is under way. */
    private final class Chain<T> extends CompletableFuture<HttpResponse<T>> {
        private final BodyHandler<T> handler;
        private volatile @Nullable CompletableFuture<?> current;

        Chain(BodyHandler<T> handler) {
            this.handler = handler;
        }

        void send(HttpRequest request, int redirects) {
            CompletableFuture<HttpResponse<T>> sent = delegate.sendAsync(request, withoutRedirects(handler));
            current = sent;
            CompletableFuture<?> _ = sent.whenComplete((response, failure) -> {
                if (failure != null) {
                    completeExceptionally(failure);
                } else {
                    answered(request, response, redirects);
                }
            });
            if (isDone()) {
                sent.cancel(true);
            }
        }

        private void answered(HttpRequest request, HttpResponse<T> response, int redirects) {
            try {
                HttpRequest following = following(request, response);
                if (following == null) {
                    complete(response);
                } else if (redirects == MAX_REDIRECTS) {
                    completeExceptionally(new IOException("stopped after " + MAX_REDIRECTS + " redirects"));
                } else {
                    send(following, redirects + 1);
                }
            } catch (IOException e) {
                completeExceptionally(e);
            }
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            CompletableFuture<?> sent = current;
            if (sent != null) {
                sent.cancel(mayInterruptIfRunning);
            }
            return cancelled;
        }
    }

    private static HttpRequest plain(HttpRequest request) {
        boolean tls = "https".equalsIgnoreCase(request.uri().getScheme());
        return tls || request.version().isPresent()
                ? request
                : HttpRequest.newBuilder(request, (name, value) -> true)
                        .version(Version.HTTP_1_1)
                        .build();
    }

    /** The body of a redirect is not for the caller. */
    private <T> BodyHandler<T> withoutRedirects(BodyHandler<T> handler) {
        return info -> follow
                        && isRedirect(info.statusCode())
                        && info.headers().firstValue("Location").isPresent()
                ? dropped()
                : handler.apply(info);
    }

    private static <T> HttpResponse.BodySubscriber<T> dropped() {
        return HttpResponse.BodySubscribers.mapping(HttpResponse.BodySubscribers.discarding(), _ -> null);
    }

    private static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    /** The request that a redirect asks for; null when the response is none. */
    private @Nullable HttpRequest following(HttpRequest request, HttpResponse<?> response) throws IOException {
        Optional<String> location = response.headers().firstValue("Location");
        if (!follow || !isRedirect(response.statusCode()) || location.isEmpty()) {
            return null;
        }
        URI uri = target(request.uri(), location.get());
        boolean keepsAll = request.uri().getHost().equalsIgnoreCase(uri.getHost())
                && (request.uri().getScheme().equalsIgnoreCase(uri.getScheme())
                        || uri.getScheme().equalsIgnoreCase("https"));
        HttpRequest.Builder next = HttpRequest.newBuilder(
                        request, (name, value) -> keepsAll || !confined.contains(name.toLowerCase(Locale.ROOT)))
                .uri(uri);
        boolean asGet = response.statusCode() <= 303 && !request.method().equals("HEAD");
        return plain((asGet ? next.GET() : next).build());
    }

    private static URI target(URI from, String location) throws IOException {
        try {
            URI uri = from.resolve(location);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null) {
                return uri;
            }
            throw new IOException("redirected to what is no http address");
        } catch (IllegalArgumentException e) {
            throw new IOException("redirected to what is no address", e);
        }
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return delegate.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return delegate.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return follow ? Redirect.ALWAYS : Redirect.NEVER;
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return delegate.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return delegate.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return delegate.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return delegate.authenticator();
    }

    @Override
    public Version version() {
        return delegate.version();
    }

    @Override
    public Optional<Executor> executor() {
        return delegate.executor();
    }

    @Override
    public void shutdown() {
        delegate.shutdown();
    }

    @Override
    public void shutdownNow() {
        delegate.shutdownNow();
    }

    @Override
    public boolean awaitTermination(Duration duration) throws InterruptedException {
        return delegate.awaitTermination(duration);
    }

    @Override
    public boolean isTerminated() {
        return delegate.isTerminated();
    }

    @Override
    public void close() {
        delegate.close();
    }
}
