package io.dawsos.telemetry.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.read.ListAppender;
import io.dawsos.telemetry.RequestCtx;
import io.dawsos.telemetry.metrics.Metrics;
import io.dawsos.telemetry.metrics.MetricsPage;
import io.dawsos.telemetry.redact.Redactor;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogSetupTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final JsonMapper JACKSON = new JsonMapper();

    private final LoggerContext context = new LoggerContext();
    private final LogbackMDCAdapter mdc = new LogbackMDCAdapter();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Metrics metrics = Metrics.create(true);
    private final Logger log = context.getLogger("io.dawsos.Test");
    private final LogSetup setup = setup(LogFormat.JSON);

    private LogSetup setup(LogFormat format) {
        context.setMDCAdapter(mdc);
        return LogSetup.with(new Redactor(), metrics)
                .format(format)
                .to(out)
                .level("DEBUG")
                .bridge(false)
                .install(context);
    }

    @AfterEach
    void close() {
        setup.close();
        context.stop();
    }

    @Test
    void line_inARequest_hasTheFixedKeysInOrderThenItsOwn() throws Exception {
        Instant before = Instant.now();
        RequestCtx request = RequestCtx.EMPTY.withRequestId("req-1").withUserId("u-1");
        SpanContext span = SpanContext.create(
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                TraceFlags.getSampled(),
                TraceState.getDefault());
        request.in(Context.root().with(Span.wrap(span)))
                .wrap(() -> log.atInfo()
                        .addKeyValue("portfolio_id", "p-1")
                        .addKeyValue("position_count", 12)
                        .addKeyValue("total_value", new BigDecimal("1234.50"))
                        .addKeyValue("fresh", true)
                        .addKeyValue("nothing", (Object) null)
                        .log("valued {} positions", 12))
                .run();
        JsonNode line = line();
        assertThat(line.propertyNames())
                .containsExactly(
                        "timestamp",
                        "level",
                        "message",
                        "logger",
                        "trace_id",
                        "span_id",
                        "request_id",
                        "user_id",
                        "portfolio_id",
                        "position_count",
                        "total_value",
                        "fresh",
                        "nothing");
        assertThat(line.get("timestamp").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(Instant.parse(line.get("timestamp").asString())).isBetween(before.minusMillis(1), Instant.now());
        assertThat(text())
                .contains("\"level\":\"INFO\",\"message\":\"valued 12 positions\",\"logger\":\"io.dawsos.Test\","
                        + "\"trace_id\":\"0af7651916cd43dd8448eb211c80319c\",\"span_id\":\"b7ad6b7169203331\","
                        + "\"request_id\":\"req-1\",\"user_id\":\"u-1\",\"portfolio_id\":\"p-1\",\"position_count\":12,"
                        + "\"total_value\":1234.50,\"fresh\":true,\"nothing\":null}\n");
    }

    @Test
    void line_outsideOfARequest_hasTheFixedKeysAsNull() throws Exception {
        log.info("started");
        assertThat(text()).contains("\"trace_id\":null,\"span_id\":null,\"request_id\":null,\"user_id\":null}\n");
    }

    @Test
    void level_each_hasItsName() {
        log.setLevel(ch.qos.logback.classic.Level.TRACE);
        log.trace("0");
        log.debug("1");
        log.info("2");
        log.warn("3");
        log.error("4");
        log.error(Severity.CRITICAL, "5");
        Severity.critical(log).log("6");
        assertThat(lines())
                .extracting(line -> line.get("level").asString())
                .containsExactly("DEBUG", "DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL", "CRITICAL");
        assertThat(page()).contains("log_events_total{level=\"CRITICAL\"} 2.0\n");
    }

    @Test
    void key_takenAlready_isPrefixedNotDoubled() {
        mdc.put("tenant", "t-1");
        log.atInfo()
                .addKeyValue("message", "mine")
                .addKeyValue("message", "mine again")
                .addKeyValue("tenant", "t-2")
                .addKeyValue(null, "of no key")
                .log("theirs");
        mdc.clear();
        JsonNode line = line();
        assertThat(text())
                .contains("\"message\":\"theirs\"")
                .endsWith("\"event_message\":\"mine\",\"event_event_message\":\"mine again\",\"tenant\":\"t-2\","
                        + "\"null\":\"of no key\",\"mdc_tenant\":\"t-1\"}\n");
        assertThat(line.size()).isEqualTo(13);
    }

    @Test
    void mdc_idsOfTheSameTrace_areNotRepeated() {
        RequestCtx request = RequestCtx.EMPTY.withTraceId("0af7651916cd43dd8448eb211c80319c");
        mdc.put("trace_id", "0af7651916cd43dd8448eb211c80319c");
        request.in(Context.root()).wrap(() -> log.info("here")).run();
        mdc.put("trace_id", "another");
        request.in(Context.root()).wrap(() -> log.info("there")).run();
        mdc.clear();
        assertThat(lines()).extracting(line -> line.has("mdc_trace_id")).containsExactly(false, true);
    }

    @Test
    void error_withACause_isWrittenAsFields() {
        log.error("failed {}", "twice", new IllegalStateException("outer", new RuntimeException("inner")));
        JsonNode line = line();
        assertThat(line.get("message").asString()).isEqualTo("failed twice");
        assertThat(line.get("error_type").asString()).isEqualTo("java.lang.IllegalStateException");
        assertThat(line.get("error_message").asString()).isEqualTo("outer");
        assertThat(line.get("stack_trace").asString())
                .startsWith("java.lang.IllegalStateException: outer\n\tat io.dawsos.telemetry.log.LogSetupTest.")
                .contains("Caused by: java.lang.RuntimeException: inner\n");
    }

    @Test
    void text_veryLong_isCutAndSaysSo() {
        log.atInfo()
                .addKeyValue("long", "y".repeat(50_000))
                .setCause(new RuntimeException("z".repeat(50_000)))
                .log("x".repeat(50_000));
        JsonNode line = line();
        assertThat(line.get("message").asString()).startsWith("xxx").hasSizeLessThan(LogLine.MAX_MESSAGE + 50);
        assertThat(line.get("message").asString()).endsWith("more characters]");
        assertThat(line.get("long").asString()).hasSizeLessThan(LogFields.MAX_VALUE + 50);
        assertThat(line.get("stack_trace").asString()).hasSizeLessThan(LogLine.MAX_STACK + 50);
    }

    @Test
    void fields_veryMany_areLeftOutAndCounted() {
        var event = log.atInfo();
        for (int i = 0; i < 200; i++) {
            event = event.addKeyValue("k" + i, i);
        }
        event.log("many");
        assertThat(line().get("fields_left_out").asInt()).isEqualTo(200 - LogFields.MAX_FIELDS);
    }

    @Test
    void secrets_anywhereInTheCall_areRedacted() {
        mdc.put("authorization", "Bearer abcdefghijklmnop0123");
        log.atError()
                .addKeyValue("password", "hunter22hunter22")
                .addKeyValue("pin_token", 123456789)
                .addKeyValue("url", "https://prices.example/v1?apikey=SECRETSECRET1")
                .setCause(new IllegalStateException("GET https://prices.example/v1?apikey=SECRETSECRET2"))
                .log("calling with Authorization: Bearer {}", "SECRETSECRET3SECRET");
        mdc.clear();
        assertThat(line().get("stack_trace").asString()).startsWith("java.lang.IllegalStateException: GET ");
        assertThat(text()).doesNotContain("SECRETSECRET", "hunter22", "123456789", "abcdefghijkl");
    }

    @Test
    void userId_hashedBySetting_isHashedInEveryField() {
        LogSetup hashed = LogSetup.with(new Redactor("0123456789abcdef"), metrics)
                .to(out)
                .bridge(false)
                .install(context);
        RequestCtx request = RequestCtx.EMPTY.withUserId("user-42");
        request.in(Context.root())
                .wrap(() -> log.atInfo().addKeyValue("user_id", "user-42").log("hello"))
                .run();
        assertThat(hashed.flush(SOON)).isTrue();
        hashed.close();
        assertThat(out.toString(UTF_8)).doesNotContain("user-42").contains("\"user_id\":\"");
    }

    @Test
    void call_whoseArgumentsThrow_doesNotThrowAndIsWritten() {
        Object evil = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no text");
            }
        };
        Object endless = new Object() {
            @Override
            public String toString() {
                return "x" + this;
            }
        };
        log.info("one {}", evil);
        log.atInfo().addKeyValue("evil", evil).addKeyValue("endless", endless).log("two");
        log.info("three {}", (Object) null);
        log.info(null);
        log.info("five {} {}", "only one");
        log.atInfo().addKeyValue("array", new int[0]).log("six");
        assertThat(lines()).hasSize(6);
        assertThat(text())
                .contains("\"evil\":\"[toString() of io.dawsos.telemetry.log.LogSetupTest$")
                .contains("threw java.lang.StackOverflowError]");
    }

    @Test
    void call_whoseThrowableThrows_doesNotThrowAndIsWritten() {
        Exception evil = new Exception() {
            @Override
            public String getMessage() {
                throw new IllegalStateException("no message");
            }
        };
        assertThatCode(() -> {
                    log.error("one", evil);
                    log.error("two {}", 2, evil);
                    log.error("three", new RuntimeException("outer", evil));
                    log.atError().setCause(evil).log("four");
                    log.trace("not logged at all", evil);
                })
                .doesNotThrowAnyException();
        assertThat(lines())
                .extracting(line -> line.get("message").asString())
                .containsExactly(
                        "one [the message of the throwable cannot be read]",
                        "two {} [the message of the throwable cannot be read]",
                        "three [the message of the throwable cannot be read]",
                        "four [the message of the throwable cannot be read]");
        assertThat(lines().getFirst().get("throwable").asString())
                .startsWith(getClass().getName());
    }

    @Test
    void argument_changedAfterTheCall_isWrittenAsItWas() {
        List<String> list = new ArrayList<>(List.of("a"));
        StringBuilder builder = new StringBuilder("a");
        AtomicInteger number = new AtomicInteger(1);
        log.atInfo()
                .addKeyValue("list", list)
                .addKeyValue("builder", builder)
                .addKeyValue("number", number)
                .log("now {}", list);
        list.add("b");
        builder.append("b");
        number.set(2);
        assertThat(text())
                .contains("\"message\":\"now [a]\"")
                .contains("\"list\":\"[a]\",\"builder\":\"a\",\"number\":1}");
    }

    @Property(tries = 300)
    void line_anyText_isReadBackByJackson(@ForAll String message, @ForAll String key, @ForAll String value) {
        out.reset();
        log.atInfo().addKeyValue(key, value).log(message);
        JsonNode line = line();
        assertThat(line.get("level").asString()).isEqualTo("INFO");
        assertThat(line.size()).isEqualTo(9);
    }

    @Test
    void install_overItself_replacesIt() {
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        log.info("first");
        LogSetup other =
                LogSetup.with(new Redactor(), metrics).to(second).bridge(false).install(context);
        log.info("second");
        other.flush(SOON);
        setup.close();
        log.info("third");
        other.close();
        log.info("nobody listens");
        assertThat(out.toString(UTF_8)).contains("first").doesNotContain("second");
        assertThat(second.toString(UTF_8)).contains("second", "third").doesNotContain("nobody");
        assertThat(context.getLogger("ROOT").iteratorForAppenders()).isExhausted();
    }

    @Test
    void close_putsBackWhatWasThereBefore() {
        setup.close();
        ListAppender<ILoggingEvent> before = new ListAppender<>();
        before.start();
        Logger root = context.getLogger("ROOT");
        root.addAppender(before);
        root.setLevel(ch.qos.logback.classic.Level.WARN);
        LogSetup again = setup(LogFormat.JSON);
        log.debug("ours");
        again.close();
        log.debug("too low");
        log.warn("theirs");
        assertThat(before.list).extracting(ILoggingEvent::getMessage).containsExactly("theirs");
        assertThat(out.toString(UTF_8)).contains("ours").doesNotContain("theirs");
        assertThatCode(again::close).doesNotThrowAnyException();
    }

    @Test
    void close_afterSomebodyElseSetUpLogging_leavesTheirs() {
        ListAppender<ILoggingEvent> theirs = new ListAppender<>();
        log.info("ours");
        context.reset(); // as Spring Boot does when it sets up logging
        theirs.start();
        context.getLogger("ROOT").addAppender(theirs);
        setup.close();
        log.info("theirs");
        assertThat(theirs.list).hasSize(1);
        assertThat(out.toString(UTF_8)).contains("ours");
    }

    @Test
    void level_unknown_isRefusedSayingWhichThereAre() {
        assertThatThrownBy(() -> LogSetup.with(new Redactor(), metrics).level("LOUD"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("log level \"LOUD\": wanted DEBUG, INFO, WARNING, ERROR or CRITICAL");
    }

    @Test
    void javaUtilLogging_bridged_comesHereAndIsPutBack() {
        setup.close();
        var julRoot = java.util.logging.Logger.getLogger("");
        var handlers = julRoot.getHandlers();
        // The bridge speaks to the process's own context, so this test installs there.
        LogSetup bridged = LogSetup.with(new Redactor(), metrics).to(out).install();
        java.util.logging.Logger.getLogger("some.library").warning("from elsewhere");
        bridged.close();
        assertThat(out.toString(UTF_8))
                .contains("\"level\":\"WARNING\",\"message\":\"from elsewhere\",\"logger\":\"some.library\"");
        assertThat(julRoot.getHandlers()).containsExactly(handlers);
    }

    private String text() {
        assertThat(setup.flush(SOON)).isTrue();
        return out.toString(UTF_8);
    }

    private List<JsonNode> lines() {
        return text().lines().map(JACKSON::readTree).toList();
    }

    private JsonNode line() {
        assertThat(lines()).hasSize(1);
        return lines().getFirst();
    }

    private String page() {
        return new String(new MetricsPage(metrics).answer(null).body(), UTF_8);
    }
}
