package io.dawsos.observatory.server.api;

import io.dawsos.observatory.promql.Cancellation;
import io.dawsos.observatory.server.http.Body;
import io.dawsos.observatory.server.http.ClientWatch;
import io.dawsos.observatory.server.http.Failure;
import io.dawsos.observatory.server.http.FailureType;
import io.dawsos.observatory.server.http.Json;
import io.dawsos.observatory.server.http.Parameters;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves an endpoint over HTTP: parameters in, an envelope of JSON out. */
final class ApiHandler implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);
    private static final int LARGEST_FORM = 1 << 20;

    private final Endpoint endpoint;

    ApiHandler(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws IOException {
        Answer answer;
        try {
            answer = answer(request);
        } catch (Failure e) {
            fail(request, response, e);
            return;
        } catch (RuntimeException e) {
            LOG.error("{} failed", request.path().path(), e);
            fail(request, response, new Failure(FailureType.INTERNAL, "it failed inside, which the log tells of"));
            return;
        } catch (OutOfMemoryError e) {
            // What the query held is free again; the limit of samples is set by memory, but several may meet.
            fail(
                    request,
                    response,
                    new Failure(
                            FailureType.EXECUTION,
                            "it needs more memory than there is at the moment; ask for fewer series or steps"));
            return;
        }
        if (answer.equals(Answer.NOTHING)) {
            response.status(Status.NO_CONTENT_204).send();
        } else {
            Json.send(request, response, 200, Envelope.of(answer));
        }
    }

    private Answer answer(ServerRequest request) {
        Parameters parameters = Body.parameters(request, LARGEST_FORM);
        Cancellation gone = new Cancellation();
        try (ClientWatch _ = ClientWatch.start(gone::cancel)) {
            return endpoint.answer(parameters, gone);
        }
    }

    private static void fail(ServerRequest request, ServerResponse response, Failure failure) throws IOException {
        Json.send(request, response, failure.type().status(), Envelope.of(failure));
    }
}
