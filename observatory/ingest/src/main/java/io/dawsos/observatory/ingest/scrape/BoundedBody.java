package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.config.ByteSizes;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Gathers a body, and breaks the connection off where it becomes longer than it may. */
final class BoundedBody implements HttpResponse.BodySubscriber<BoundedBody.Bytes> {
    private static final int FIRST_ROOM = 16 << 10;

    private final long limit;
    private final CompletableFuture<Bytes> body = new CompletableFuture<>();
    private byte[] bytes;
    private int length;
    private Flow.@Nullable Subscription subscription;

    /** The first bytes of an array, which is not copied. */
    static final class Bytes {
        private final byte[] array;
        private final int length;

        Bytes(byte[] array, int length) {
            this.array = array;
            this.length = length;
        }

        byte[] array() {
            return array;
        }

        int length() {
            return length;
        }
    }

    /** @param expected how long it will probably be */
    BoundedBody(long limit, int expected) {
        this.limit = limit;
        this.bytes = new byte[(int) Math.min(limit, Math.max(FIRST_ROOM, expected))];
    }

    @Override
    public CompletionStage<Bytes> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (body.isDone()) {
                return;
            }
            take(buffer);
        }
    }

    private void take(ByteBuffer buffer) {
        int more = buffer.remaining();
        if (length + (long) more > limit) {
            tooLong();
            return;
        }
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(length + more, bytes.length * 3L / 2)));
        }
        buffer.get(bytes, length, more);
        length += more;
    }

    private void tooLong() {
        if (subscription != null) {
            subscription.cancel();
        }
        bytes = new byte[0];
        body.completeExceptionally(new BodyTooLongException(limit));
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(new Bytes(bytes, length));
    }

    /** The body is longer than it may be. */
    static final class BodyTooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        BodyTooLongException(long limit) {
            super("the body is longer than " + ByteSizes.text(limit) + "; raise body_size_limit if it shall be read");
        }
    }
}
