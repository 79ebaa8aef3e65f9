package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.notify.Web.Answer;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One request of a receiver, and what its answer means: 2xx is taken; 5xx, 408, 429 and no answer at all may be tried
 * again; anything else will never be taken.
 *
 * @param secrets what no reason may show, beside the address
 * @param retried further statuses after which it may be tried again
 * @param check judges the answers of receivers that say with a 2xx that they have not taken it
 */
record Post(
        String method,
        String address,
        String json,
        Map<String, String> headers,
        List<String> secrets,
        Set<Integer> retried,
        Function<Answer, Delivery> check) {
    private static final Set<Integer> RETRIED = Set.of(408, 429);
    private static final int SHORT_PATH = 8;

    static Post of(String address, String json) {
        return new Post("POST", address, json, Map.of(), List.of(), Set.of(), _ -> Delivery.delivered());
    }

    Post put() {
        return new Post("PUT", address, json, headers, secrets, retried, check);
    }

    Post header(String name, String value, String secret) {
        return new Post(method, address, json, Map.of(name, value), List.of(secret), retried, check);
    }

    Post hiding(String secret) {
        return new Post(method, address, json, headers, List.of(secret), retried, check);
    }

    Post retrying(int status) {
        return new Post(method, address, json, headers, secrets, Set.of(status), check);
    }

    Post checked(Function<Answer, Delivery> judge) {
        return new Post(method, address, json, headers, secrets, retried, judge);
    }

    Delivery send(Web web, Duration left) {
        if (Deadline.isOver(left)) {
            return Delivery.failed("no time was left to send it");
        }
        URI uri;
        try {
            uri = uri();
        } catch (URISyntaxException e) {
            return Delivery.refused(
                    "the receiver's address is none: it begins with http:// or https:// and has a host");
        }
        try {
            return judged(web.send(method, uri, json, headers, left));
        } catch (IOException e) {
            return Delivery.failed(reason(e));
        } catch (IllegalArgumentException e) {
            // Its message has the header, which is a secret
            return Delivery.refused(
                    "a header of the receiver's settings holds what no header may, such as a line's end");
        }
    }

    private URI uri() throws URISyntaxException {
        URI uri = new URI(address.strip());
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null) {
            throw new URISyntaxException("<secret>", "no address of HTTP");
        }
        return uri;
    }

    private Delivery judged(Answer answer) {
        if (answer.status() / 100 == 2) {
            return clean(check.apply(answer));
        }
        String body = redaction().clean(answer.body());
        String reason = "the receiver answered with status " + answer.status() + (body.isEmpty() ? "" : ": " + body);
        boolean again =
                answer.status() / 100 == 5 || RETRIED.contains(answer.status()) || retried.contains(answer.status());
        return again ? Delivery.failed(reason) : Delivery.refused(reason);
    }

    private Delivery clean(Delivery delivery) {
        return delivery instanceof Delivery.Failed(boolean retryable, String reason)
                ? new Delivery.Failed(retryable, redaction().clean(reason))
                : delivery;
    }

    /** The kind of failure where it says nothing itself, as a refused connection does. */
    private String reason(IOException failure) {
        String message = failure.getMessage();
        String kind = failure.getClass().getSimpleName();
        return redaction().clean(message == null ? kind : message.isBlank() ? kind : message);
    }

    /** Addresses of web hooks are secrets, their paths and queries above all. */
    private Redaction redaction() {
        List<String> hidden = new ArrayList<>(secrets);
        hidden.add(address);
        int path = address.indexOf('/', address.indexOf("://") + 3);
        if (path > 0 && address.length() - path > SHORT_PATH) {
            hidden.add(address.substring(path));
        }
        return new Redaction(hidden);
    }
}
