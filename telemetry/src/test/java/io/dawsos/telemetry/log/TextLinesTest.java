package io.dawsos.telemetry.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.telemetry.redact.Redactor;
import io.opentelemetry.context.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextLinesTest {

    private final LogFields fields = new LogFields(new Redactor());

    @Test
    void line_inARequest_isAlignedWithFieldsAndShortTrace() throws Exception {
        fields.add("event_", "portfolio_id", "p-1");
        fields.add("event_", "position_count", 12);
        assertThat(text(false, line(LogLevel.WARNING, "io.dawsos.portfolio.valuation.Valuation", "slow", null)))
                .isEqualTo("14:05:06.789 WARNING  i.d.p.v.Valuation        slow  portfolio_id=p-1  position_count=12"
                        + "  trace=0af76519\n");
    }

    @Test
    void line_shortLogger_isPadded() throws Exception {
        assertThat(text(false, line(LogLevel.INFO, "io.dawsos.Main", "ready", null)))
                .startsWith("14:05:06.789 INFO     io.dawsos.Main           ready  ");
    }

    @Test
    void message_withControlCharacters_cannotForgeALine() throws Exception {
        fields.add("event_", "name", "a\u001b[2Jb");
        assertThat(text(false, line(LogLevel.INFO, "x", "one\r\n14:05:06.789 ERROR", null)))
                .contains("one\\r\\n14:05:06.789 ERROR  name=a?[2Jb")
                .hasLineCount(1);
    }

    @Test
    void error_stackTrace_isIndentedBelow() throws Exception {
        LogLine.Failure failure = new LogLine.Failure("T", "m", "T: m\n\tat A.b(C.java:1)\nCaused by: \u0007");
        assertThat(text(false, line(LogLevel.ERROR, "x", "failed", failure)))
                .endsWith("\n    T: m\n      at A.b(C.java:1)\n    Caused by: ?\n");
    }

    @Test
    void colour_onlyWhenWanted() throws Exception {
        LogLine line = line(LogLevel.CRITICAL, "x", "m", null);
        assertThat(text(false, line)).doesNotContain("\u001b");
        assertThat(text(true, line)).contains("\u001b[1;31mCRITICAL\u001b[0m ");
    }

    private LogLine line(LogLevel level, String logger, String message, LogLine.@Nullable Failure failure) {
        return new LogLine(
                Instant.parse("2026-11-24T13:05:06.789123Z"),
                level,
                logger,
                message,
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                null,
                null,
                fields,
                failure,
                Context.root());
    }

    private static String text(boolean colour, LogLine line) throws IOException {
        TextLines lines = new TextLines(ZoneId.of("Europe/Berlin"), colour);
        lines.add(line);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        lines.writeTo(out);
        assertThat(lines.length()).isZero();
        return out.toString(UTF_8);
    }
}
