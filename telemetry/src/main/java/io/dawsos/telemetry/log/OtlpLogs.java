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

    private static final AttributeKey<String> REQUEST_ID = AttributeKey.stringKey("request_id");
    private static final AttributeKey<String> USER_ID = AttributeKey.stringKey("user_id");
    private static final AttributeKey<String> EXCEPTION_TYPE = AttributeKey.stringKey("exception.type");
    private static final AttributeKey<String> EXCEPTION_MESSAGE = AttributeKey.stringKey("exception.message");
    private static final AttributeKey<String> EXCEPTION_STACK = AttributeKey.stringKey("exception.stacktrace");

    private final FieldKeys keys = new FieldKeys();
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
        text(record, REQUEST_ID, line.requestId());
        text(record, USER_ID, line.userId());
        line.fields().forEach((key, value) -> attribute(record, key, value));
        LogLine.Failure failure = line.failure();
        if (failure != null) {
            text(record, EXCEPTION_TYPE, failure.type());
            text(record, EXCEPTION_MESSAGE, failure.message());
            text(record, EXCEPTION_STACK, failure.stack());
        }
        record.emit();
    }

    private static void text(LogRecordBuilder record, AttributeKey<String> key, @Nullable String value) {
        if (value != null) {
            record.setAttribute(key, value);
        }
    }

    private void attribute(LogRecordBuilder record, String key, @Nullable Object value) {
        switch (value) {
            case Boolean truth -> record.setAttribute(keys.truth(key), truth);
            case Double number -> record.setAttribute(keys.decimal(key), number);
            case Float number -> record.setAttribute(keys.decimal(key), number.doubleValue());
            // OpenTelemetry has no exact decimal: its text loses nothing.
            case BigDecimal number -> text(record, keys.text(key), number.toPlainString());
            case Long number -> record.setAttribute(keys.integer(key), number);
            case Integer number -> record.setAttribute(keys.integer(key), number.longValue());
            case Short number -> record.setAttribute(keys.integer(key), number.longValue());
            case Byte number -> record.setAttribute(keys.integer(key), number.longValue());
            case null -> {} // OpenTelemetry has no null either
            default -> text(record, keys.text(key), value.toString());
        }
    }
}
