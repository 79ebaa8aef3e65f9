package io.dawsos.telemetry.trace;

import io.opentelemetry.sdk.trace.ReadableSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of one trace that runs in this process: its ended spans, until the last of its local roots has ended. */
final class LocalTrace {

    private final int most;
    private final List<ReadableSpan> spans = new ArrayList<>();
    private @Nullable ReadableSpan root;
    private int openRoots;
    private int left;

    /** @param most spans that are held; further ones are counted */
    LocalTrace(int most) {
        this.most = most;
    }

    synchronized void rootStarted(ReadableSpan span) {
        openRoots++;
        if (root == null) {
            root = span;
        }
    }

    synchronized void ended(ReadableSpan span) {
        // Of a trace that is too large the roots are held in any case: they say what the others belong to.
        if (spans.size() < most || isRoot(span)) {
            spans.add(span);
        } else {
            left++;
        }
    }

    /** True once, when the last root has ended. */
    synchronized boolean rootEnded() {
        return --openRoots == 0;
    }

    /** The first local root: the request. */
    synchronized @Nullable ReadableSpan root() {
        return root;
    }

    /** The ended spans, in the order of their ends. */
    synchronized List<ReadableSpan> spans() {
        return List.copyOf(spans);
    }

    /** How many spans were not held. */
    synchronized int left() {
        return left;
    }

    static boolean isRoot(ReadableSpan span) {
        return !span.getParentSpanContext().isValid()
                || span.getParentSpanContext().isRemote();
    }
}
