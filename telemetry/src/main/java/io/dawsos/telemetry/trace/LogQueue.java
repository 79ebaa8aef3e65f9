package io.dawsos.telemetry.trace;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.util.List;

/** Queues log records for an exporter. */
final class LogQueue implements LogRecordProcessor {

    private final LogRecordExporter exporter;
    private final ExportQueue<LogRecordData> queue;

    LogQueue(LogRecordExporter exporter, QueueLimits limits, Losses losses) {
        this.exporter = exporter;
        this.queue = new ExportQueue<>("log-records", limits, losses, records -> exporter.export(List.copyOf(records)));
        queue.start();
    }

    @Override
    public void onEmit(Context context, ReadWriteLogRecord record) {
        queue.add(record.toLogRecordData());
    }

    @Override
    public CompletableResultCode forceFlush() {
        return queue.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return Shutdown.inOrder(queue.shutdown(), exporter::shutdown);
    }
}
