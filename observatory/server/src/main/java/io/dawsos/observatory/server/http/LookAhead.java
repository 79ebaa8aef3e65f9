package io.dawsos.observatory.server.http;

import io.helidon.common.buffers.DataReader;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that come in on a connection. While a request is served the next of them are read ahead, on another thread:
 * when there are none any more, the client has gone.
 */
final class LookAhead implements Supplier<byte @Nullable []> {
    private final DataReader from;
    private @Nullable CompletableFuture<byte @Nullable []> ahead;
    private @Nullable Runnable gone;

    LookAhead(DataReader from) {
        this.from = from;
    }

    /** What comes next; null at the end. Called by the connection's thread. */
    @Override
    public byte @Nullable [] get() {
        CompletableFuture<byte @Nullable []> read = takeAhead();
        return read == null ? read() : read.join();
    }

    private synchronized @Nullable CompletableFuture<byte @Nullable []> takeAhead() {
        CompletableFuture<byte @Nullable []> read = ahead;
        ahead = null;
        return read;
    }

    /** Runs the action once when the client goes away, at once when it has. */
    synchronized void watch(Runnable action) {
        gone = action;
        if (ahead == null) {
            CompletableFuture<byte @Nullable []> next = new CompletableFuture<>();
            ahead = next;
            Thread.ofVirtual().name("client-watch").start(() -> readAhead(next));
        } else if (ahead.isDone() && ahead.getNow(null) == null) {
            action.run();
        }
    }

    synchronized void unwatch() {
        gone = null;
    }

    private void readAhead(CompletableFuture<byte @Nullable []> next) {
        byte @Nullable [] bytes = null;
        try {
            bytes = read();
        } finally {
            next.complete(bytes);
            if (bytes == null) {
                tellGone();
            }
        }
    }

    private synchronized void tellGone() {
        if (gone != null) {
            gone.run();
            gone = null;
        }
    }

    private byte @Nullable [] read() {
        try {
            from.ensureAvailable();
        } catch (DataReader.InsufficientDataAvailableException e) {
            return null; // the end, as the caller's contract has it
        }
        return from.readBuffer(from.available()).readBytes();
    }
}
