package io.dawsos.portfolio.ledger;

import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.metrics.Gauge;
import java.util.concurrent.atomic.AtomicLong;

/** {@code portfolio_count_total}, a gauge whose name is fixed by contract. */
public final class PortfolioCount {

    private final Gauge gauge;
    private final AtomicLong count = new AtomicLong();

    public PortfolioCount(Telemetry telemetry) {
        gauge = telemetry.metrics().gauge("portfolio_count_total", "Portfolios kept.");
        gauge.set(0);
    }

    public void added() {
        gauge.set((double) count.incrementAndGet());
    }

    /** What the database says, which other replicas write to as well. */
    public void counted(long total) {
        count.set(total);
        gauge.set((double) total);
    }
}
