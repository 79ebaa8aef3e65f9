package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.config.Durations;
import io.dawsos.observatory.ingest.exposition.ContentType;
import io.dawsos.observatory.ingest.scrape.BoundedBody.Bytes;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks a target for its metrics. The timeout is for all of it, to the last byte of the body. */
final class Fetch {
    private static final String TIMEOUT_HEADER = "X-Prometheus-Scrape-Timeout-Seconds";

    private final ScrapeConfig config;
    private final Target target;
    private final long maxBody;

    /** A body with its format. */
    record Fetched(Bytes body, ContentType type) {}

    /** @param maxBody what holds where the job has no limit */
    Fetch(ScrapeConfig config, Target target, long maxBody) {
        this.config = config;
        this.target = target;
        this.maxBody = config.limits().bodyBytes() > 0
                ? Math.min(maxBody, config.limits().bodyBytes())
                : maxBody;
    }

    /**
     * @param expected how long the body will probably be
     * @throws IOException with a message for people when there is no body to be had
     */
    Fetched fetch(int expected) throws IOException, InterruptedException {
        HttpResponse<Bytes> response = await(config.http().client().sendAsync(request(), info -> {
            boolean wanted = info.statusCode() == 200;
            return new BoundedBody(wanted ? maxBody : Math.min(maxBody, 64 << 10), wanted ? expected : 0);
        }));
        if (response.statusCode() != 200) {
            throw new IOException("server returned HTTP status " + response.statusCode());
        }
        ContentType type = type(response.headers().firstValue("Content-Type").orElse(null));
        String encoding =
                response.headers().firstValue("Content-Encoding").orElse("").toLowerCase(Locale.ROOT);
        return new Fetched(decoded(response.body(), encoding), type);
    }

    private HttpRequest request() throws IOException {
        boolean nativeToo = config.histograms().nativeToo();
        HttpRequest.Builder request = HttpRequest.newBuilder(target.address())
                .header("Accept", config.formats().accept(nativeToo))
                .header("Accept-Encoding", config.formats().compression() ? "gzip" : "identity")
                .header("User-Agent", "DawsOS")
                .header(TIMEOUT_HEADER, seconds(target.timeout()));
        config.http().authorize(request);
        return request.build();
    }

    private static String seconds(Duration timeout) {
        String text = Double.toString(timeout.toMillis() / 1000.0);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private HttpResponse<Bytes> await(CompletableFuture<HttpResponse<Bytes>> sent)
            throws IOException, InterruptedException {
        try {
            return sent.get(target.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException(
                    "no complete answer within the scrape timeout of " + Durations.text(target.timeout()), e);
        } catch (ExecutionException e) {
            throw cause(e);
        } finally {
            sent.cancel(true);
        }
    }

    private static IOException cause(ExecutionException e) {
        Throwable cause = e.getCause();
        while (cause != null && cause.getMessage() == null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof BoundedBody.BodyTooLongException tooLong
                ? tooLong
                : new IOException(described(cause == null ? e : cause), e);
    }

    /** The JDK's exceptions often have no message but their type. */
    private static String described(Throwable cause) {
        String type = cause.getClass().getSimpleName();
        if (cause.getMessage() == null) {
            return type;
        }
        return cause.getClass().equals(IOException.class) ? cause.getMessage() : type + ": " + cause.getMessage();
    }

    private ContentType type(@Nullable String header) throws IOException {
        ContentType type = ContentType.of(header);
        ContentType usable = type == null ? config.formats().fallback() : type;
        if (usable == null) {
            throw new IOException(
                    "the Content-Type " + (header == null ? "is missing" : "\"" + header + "\" is unknown")
                            + "; write fallback_scrape_protocol to say what it is");
        }
        return usable;
    }

    private Bytes decoded(Bytes body, String encoding) throws IOException {
        return switch (encoding) {
            case "", "identity" -> body;
            case "gzip" -> Inflation.gunzip(body, maxBody);
            default -> throw new IOException("the Content-Encoding \"" + encoding + "\" was not asked for");
        };
    }
}
