package io.dawsos.telemetry.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.function.Supplier;

/** A queue is emptied before its exporter is closed. */
final class Shutdown {

    private Shutdown() {}

    static CompletableResultCode inOrder(CompletableResultCode first, Supplier<CompletableResultCode> second) {
        CompletableResultCode both = new CompletableResultCode();
        first.whenComplete(() -> {
            CompletableResultCode last = second.get();
            last.whenComplete(() -> {
                if (last.isSuccess()) {
                    both.succeed();
                } else {
                    both.fail();
                }
            });
        });
        return both;
    }
}
