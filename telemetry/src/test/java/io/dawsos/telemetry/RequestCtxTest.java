package io.dawsos.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestCtxTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final RequestCtx REQUEST =
            RequestCtx.EMPTY.withRequestId("r1").withUserId("demo");

    @Test
    void current_outsideOfARequest_empty() {
        assertThat(RequestCtx.current()).isEqualTo(RequestCtx.EMPTY);
    }

    @Test
    void current_inScope_theRequestAndAfterItNot() {
        try (var _ = REQUEST.makeCurrent()) {
            assertThat(RequestCtx.current()).isEqualTo(REQUEST);
            try (var _ = REQUEST.withPortfolioId("p1").makeCurrent()) {
                assertThat(RequestCtx.current().portfolioId()).isEqualTo("p1");
            }
            assertThat(RequestCtx.current().portfolioId()).isNull();
        }
        assertThat(RequestCtx.current()).isEqualTo(RequestCtx.EMPTY);
    }

    @Test
    void from_noTraceIdOfItsOwn_theSpans() {
        SpanContext span =
                SpanContext.create(TRACE, "00f067aa0ba902b7", TraceFlags.getSampled(), TraceState.getDefault());
        Context context = REQUEST.in(Context.root().with(Span.wrap(span)));

        assertThat(RequestCtx.from(context)).isEqualTo(REQUEST.withTraceId(TRACE));
        assertThat(RequestCtx.from(REQUEST.withTraceId("own").in(context)).traceId())
                .isEqualTo("own");
    }

    @Test
    void with_eachPart_onlyThatChanges() {
        LocalDate day = LocalDate.of(2026, 11, 24);

        assertThat(RequestCtx.EMPTY
                        .withTraceId(TRACE)
                        .withRequestId("r1")
                        .withUserId("demo")
                        .withPortfolioId("p1")
                        .withPricingPack("PP_2026-11-24", "c0ffee")
                        .withValuation(day, "EUR"))
                .isEqualTo(new RequestCtx(TRACE, "r1", "demo", "p1", "PP_2026-11-24", "c0ffee", day, "EUR"));
    }

    @Test
    void current_virtualThreadWrapped_carried() throws Exception {
        try (ExecutorService plain = Executors.newVirtualThreadPerTaskExecutor();
                var _ = REQUEST.makeCurrent()) {
            Future<RequestCtx> carried = Context.taskWrapping(plain).submit(RequestCtx::current);
            Future<RequestCtx> notCarried = plain.submit(RequestCtx::current);

            assertThat(carried.get()).isEqualTo(REQUEST);
            assertThat(notCarried.get()).isEqualTo(RequestCtx.EMPTY);
        }
    }

    @Test
    void current_scheduledJobWrapped_carriedAndThreadLeftClean() throws Exception {
        try (ScheduledExecutorService plain = Executors.newSingleThreadScheduledExecutor()) {
            Future<RequestCtx> carried;
            try (var _ = REQUEST.makeCurrent()) {
                carried = Context.taskWrapping(plain).schedule(RequestCtx::current, 1, TimeUnit.MILLISECONDS);
            }

            assertThat(carried.get()).isEqualTo(REQUEST);
            assertThat(plain.submit(RequestCtx::current).get()).isEqualTo(RequestCtx.EMPTY);
        }
    }
}
