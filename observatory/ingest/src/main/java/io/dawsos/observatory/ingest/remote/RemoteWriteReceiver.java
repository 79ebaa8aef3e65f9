package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.ingest.wire.WireException;
import io.dawsos.observatory.model.SeriesSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what remote write sends, in both versions. A message that is not well-formed changes nothing; of one that is,
 * everything is stored but what the sink refuses, and the sender is told both. Safe for use by many threads.
 */
public final class RemoteWriteReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteWriteReceiver.class);

    private final SeriesSink sink;
    private final RemoteWriteLimits limits;
    private final Set<RemoteWriteMessage> accepted;

    public RemoteWriteReceiver(SeriesSink sink, RemoteWriteLimits limits) {
        this(sink, limits, Set.of(RemoteWriteMessage.values()));
    }

    /** @param accepted the versions that are taken */
    public RemoteWriteReceiver(SeriesSink sink, RemoteWriteLimits limits, Set<RemoteWriteMessage> accepted) {
        this.sink = sink;
        this.limits = limits;
        this.accepted = Set.copyOf(accepted);
    }

    /**
     * Takes one request.
     *
     * @param header the request's headers by name, null for one that is not there
     */
    public RemoteWriteAnswer receive(Function<String, @Nullable String> header, InputStream body) {
        String contentType = header.apply("Content-Type");
        RemoteWriteMessage message = RemoteWriteMessage.of(contentType);
        if (message == null || !accepted.contains(message)) {
            return refused(
                    415, "remote write wants the Content-Type " + wantedTypes() + ", got \"" + contentType + "\"");
        }
        String encoding = header.apply("Content-Encoding");
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("snappy")) {
            return refused(415, "remote write wants the Content-Encoding snappy, got \"" + encoding + "\"");
        }
        try {
            return write(message, SnappyBody.read(body, limits));
        } catch (WireException e) {
            return refused(400, "the message of remote write is malformed: " + e.getMessage());
        } catch (SnappyBody.TooLargeException | WriteBatch.TooManyException e) {
            return refused(413, String.valueOf(e.getMessage()));
        } catch (SnappyBody.MalformedException e) {
            return refused(400, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.warn("remote write: a message was not stored", e);
            return refused(500, "the message could not be stored; send it again");
        }
    }

    private String wantedTypes() {
        return String.join(
                " or ",
                accepted.stream()
                        .map(m -> "\"" + m.contentType() + "\"")
                        .sorted()
                        .toList());
    }

    private RemoteWriteAnswer write(RemoteWriteMessage message, byte[] bytes) throws IOException {
        WriteBatch batch = new WriteBatch(sink, limits.items());
        try {
            switch (message) {
                case V1 -> new V1Reader(bytes, batch).read();
                case V2 -> new V2Reader(bytes, batch).read();
            }
            return batch.commit();
        } catch (IOException | RuntimeException e) {
            batch.rollback();
            throw e;
        }
    }

    private static RemoteWriteAnswer refused(int status, String text) {
        return new RemoteWriteAnswer(status, Map.of(), text);
    }
}
