package io.dawsos.observatory.server.api;

import io.dawsos.observatory.ingest.remote.RemoteWriteAnswer;
import io.dawsos.observatory.ingest.remote.RemoteWriteReceiver;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** {@code /api/v1/write}: remote write of another server. */
final class WriteHandler implements Handler {
    private final RemoteWriteReceiver receiver;

    WriteHandler(RemoteWriteReceiver receiver) {
        this.receiver = receiver;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        RemoteWriteAnswer answer = receiver.receive(
                name -> request.headers().first(HeaderNames.create(name)).orElse(null),
                request.content().inputStream());
        response.status(Status.create(answer.status()));
        answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        if (answer.text().isEmpty()) {
            response.send();
        } else {
            response.header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
            response.send(answer.text() + "\n");
        }
    }
}
