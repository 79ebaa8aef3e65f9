package io.dawsos.portfolio.pricing;

import io.opentelemetry.api.trace.Span;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells each step in the log and in the trace. */
final class LoggedProgress implements BuildProgress {

    private static final Logger log = LoggerFactory.getLogger(LoggedProgress.class);

    @Override
    public void begins(PackBuild build, BuildStep step) {
        Span.current().addEvent(step.text());
        log.atInfo()
                .addKeyValue("pricing_pack_id", PackRef.id(build.date()))
                .addKeyValue("pack_build_id", build.id().toString())
                .addKeyValue("step", step.text())
                .log("building a pricing pack");
    }
}
