package io.dawsos.telemetry.log;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** One JSON object a line. The fixed keys are always there and first, null where nothing is known. */
final class JsonLines implements LineFormat {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.").withZone(ZoneOffset.UTC);

    private final JsonWriter json = new JsonWriter(16_384);
    private long second = Long.MIN_VALUE;
    private String secondText = "";

    @Override
    public void add(LogLine line) {
        json.beginObject();
        json.key("timestamp").value(timestamp(line.at()));
        json.key("level").value(line.level().name());
        json.key("message").value(line.message());
        json.key("logger").value(line.logger());
        json.key("trace_id").value(line.traceId());
        json.key("span_id").value(line.spanId());
        json.key("request_id").value(line.requestId());
        json.key("user_id").value(line.userId());
        line.fields().forEach((key, value) -> json.key(key).any(value));
        LogLine.Failure failure = line.failure();
        if (failure != null) {
            json.key("error_type").value(failure.type());
            json.key("error_message").value(failure.message());
            json.key("stack_trace").value(failure.stack());
        }
        json.endObject().newLine();
    }

    @Override
    public int length() {
        return json.length();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        json.writeTo(out);
        json.reset();
    }

    @Override
    public void truncate(int length) {
        json.truncate(length);
    }

    /** Microseconds; the part that is the same for a second is made once. */
    private String timestamp(Instant at) {
        if (at.getEpochSecond() != second) {
            second = at.getEpochSecond();
            secondText = SECONDS.format(at);
        }
        return secondText + Integer.toString(1_000_000 + at.getNano() / 1000).substring(1) + 'Z';
    }
}
