package io.dawsos.portfolio.alert;

import io.dawsos.telemetry.http.Propagation;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Posts a message, signed, with its idempotency key. Delivered is what was answered with 2xx; a redirect is not
 * followed, as it would lead where nobody checked; of an answer's body nothing is read.
 */
final class WebhookSender implements Sender, Closeable {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final CloseableHttpClient client;
    private final WebhookKey key;
    private final Clock clock;
    private final Propagation propagation;

    /** @param limit of one attempt */
    WebhookSender(
            ReceiverAddresses allowed,
            Duration limit,
            int mostPerReceiver,
            int most,
            WebhookKey key,
            Clock clock,
            OpenTelemetry telemetry) {
        this.key = key;
        this.clock = clock;
        this.propagation = new Propagation(telemetry);
        Timeout read = Timeout.of(limit);
        this.client = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedDns(allowed))
                        .setMaxConnPerRoute(mostPerReceiver)
                        .setMaxConnTotal(most)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(CONNECT))
                                .setSocketTimeout(read)
                                .setTimeToLive(1, TimeUnit.MINUTES)
                                .setValidateAfterInactivity(0, TimeUnit.SECONDS)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(read)
                        .setConnectionRequestTimeout(read)
                        .build())
                .setUserAgent("DawsOS-Alerts/1")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableCookieManagement()
                .disableContentCompression()
                .build();
    }

    @Override
    public void send(Claimed delivery) throws DeliveryFailure {
        URI uri = URI.create(delivery.channel().target());
        try {
            DeliveryFailure failure = client.execute(request(uri, delivery), answer -> {
                // Thrown away with the connection where it is long: the body is the receiver's to choose.
                return failure(answer, uri);
            });
            if (failure != null) {
                throw failure;
            }
        } catch (IOException e) {
            throw failure(e, uri.getHost());
        }
    }

    private HttpPost request(URI uri, Claimed delivery) {
        String id = delivery.id().toString();
        WebhookSignature signature =
                WebhookSignature.of(key.keyOf(delivery.owner()), id, clock.instant(), delivery.message());
        HttpPost post = new HttpPost(uri);
        post.setHeader("Idempotency-Key", id);
        post.setHeader("webhook-id", id);
        post.setHeader("webhook-timestamp", signature.timestamp());
        post.setHeader("webhook-signature", signature.value());
        propagation.inject(Context.current(), post::setHeader);
        post.setEntity(
                new ByteArrayEntity(delivery.message().getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
        return post;
    }

    private @Nullable DeliveryFailure failure(ClassicHttpResponse answer, URI uri) {
        int status = answer.getCode();
        String message = "%s answered %d".formatted(uri.getHost(), status);
        return switch (status / 100) {
            case 2 -> null;
            case 3 -> DeliveryFailure.of(DeliveryError.HTTP_3XX, message + ": redirects are not followed");
            case 4 ->
                status == 410
                        ? DeliveryFailure.last(DeliveryError.HTTP_4XX, message + ": it is gone")
                        : DeliveryFailure.retryAfter(DeliveryError.HTTP_4XX, message, retryAfter(answer));
            case 5 -> DeliveryFailure.retryAfter(DeliveryError.HTTP_5XX, message, retryAfter(answer));
            default -> DeliveryFailure.of(DeliveryError.OTHER, message);
        };
    }

    private @Nullable Duration retryAfter(ClassicHttpResponse answer) {
        Header header = answer.getFirstHeader("Retry-After");
        return header == null ? null : RetryAfter.parse(header.getValue(), clock.instant());
    }

    private static DeliveryFailure failure(IOException e, String host) {
        return switch (e) {
            case CheckedDns.Blocked _ ->
                DeliveryFailure.last(
                        DeliveryError.BLOCKED, "%s has no address that webhooks may go to".formatted(host));
            case UnknownHostException _ ->
                DeliveryFailure.of(DeliveryError.DNS, "%s is not known by that name".formatted(host));
            case SocketTimeoutException _ ->
                DeliveryFailure.of(DeliveryError.TIMEOUT, "%s did not answer in time".formatted(host));
            case ConnectException _ ->
                DeliveryFailure.of(DeliveryError.REFUSED, "%s does not let connect".formatted(host));
            case NoRouteToHostException _ ->
                DeliveryFailure.of(DeliveryError.REFUSED, "there is no route to %s".formatted(host));
            case InterruptedIOException _ ->
                DeliveryFailure.of(DeliveryError.TIMEOUT, "%s did not answer in time".formatted(host));
            case SSLException _ ->
                DeliveryFailure.of(DeliveryError.TLS, "no trusted TLS connection with %s".formatted(host));
            default ->
                DeliveryFailure.of(
                        DeliveryError.OTHER,
                        "%s: %s".formatted(host, e.getClass().getSimpleName()));
        };
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
