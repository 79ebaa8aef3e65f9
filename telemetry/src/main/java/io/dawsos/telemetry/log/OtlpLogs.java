package io.dawsos.telemetry.log;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.LoggerProvider;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The same lines as OpenTelemetry log records, under OpenTelemetry's names. */
final class OtlpLogs {

    /** The exporter's own complaints stay here: sent on, each failure to send would make another. */
    private static final String EXPORTER = "io.opentelemetry.";

    private final LoggerProvider provider;

    OtlpLogs(LoggerProvider provider) {
        this.provider = provider;
    }

    void emit(LogLine line) {
        if (line.logger().startsWith(EXPORTER)) {
            return;
        }
        LogRecordBuilder record = provider.get(line.logger())
                .logRecordBuilder()
                .setTimestamp(line.at())
                .setContext(line.context())
                .setSeverity(line.level().number())
                .setSeverityText(line.level().name())
                .setBody(line.message());
        text(record, "request_id", line.requestId());
        text(record, "user_id", line.userId());
        line.fields().forEach((key, value) -> attribute(record, key, value));
        LogLine.Failure failure = line.failure();
        if (failure != null) {
            text(record, "exception.type", failure.type());
            text(record, "exception.message", failure.message());
            text(record, "exception.stacktrace", failure.stack());
        }
        record.emit();
    }

    private static void text(LogRecordBuilder record, String key, @Nullable String value) {
        if (value != null) {
            record.setAttribute(AttributeKey.stringKey(key), value);
        }
    }

    private static void attribute(LogRecordBuilder record, String key, @Nullable Object value) {
        switch (value) {
            case Boolean truth -> record.setAttribute(AttributeKey.booleanKey(key), truth);
            case Double number -> record.setAttribute(AttributeKey.doubleKey(key), number);
            case Float number -> record.setAttribute(AttributeKey.doubleKey(key), number.doubleValue());
            // OpenTelemetry has no exact decimal: its text loses nothing.
            case BigDecimal number -> text(record, key, number.toPlainString());
            case Long number -> record.setAttribute(AttributeKey.longKey(key), number);
            case Integer number -> record.setAttribute(AttributeKey.longKey(key), number.longValue());
            case Short number -> record.setAttribute(AttributeKey.longKey(key), number.longValue());
            case Byte number -> record.setAttribute(AttributeKey.longKey(key), number.longValue());
            case null -> {} // OpenTelemetry has no null either
            default -> text(record, key, value.toString());
        }
    }
}
