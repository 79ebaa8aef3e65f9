package io.dawsos.telemetry.health;

import io.dawsos.telemetry.log.JsonWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer about health.
 *
 * @param state of the whole: DOWN when a needed dependency is, or when requests should go elsewhere
 * @param phase where the process is in its life; null where that was not the question
 */
public record HealthReport(HealthState state, @Nullable Phase phase, List<DependencyHealth> dependencies) {

    static HealthReport of(@Nullable Phase phase, List<DependencyHealth> dependencies) {
        HealthState state = HealthState.UP;
        for (DependencyHealth one : dependencies) {
            if (one.state() == HealthState.DOWN && state != HealthState.DOWN) {
                state = one.needed() ? HealthState.DOWN : HealthState.DEGRADED;
            }
        }
        boolean away = phase != null && phase != Phase.SERVING;
        return new HealthReport(away ? HealthState.DOWN : state, phase, dependencies);
    }

    /** 503 when down, else 200: degraded still serves. */
    public int httpStatus() {
        return state == HealthState.DOWN ? 503 : 200;
    }

    /** As {@code application/json}. */
    public String toJson() {
        JsonWriter json = new JsonWriter();
        json.beginObject().key("status").value(state.name());
        if (phase != null) {
            json.key("phase").value(phase.name());
        }
        json.key("dependencies").beginObject();
        dependencies.forEach(one -> write(one, json));
        return json.endObject().endObject().toString();
    }

    private static void write(DependencyHealth one, JsonWriter json) {
        json.key(one.name()).beginObject();
        json.key("state").value(one.state().name());
        json.key("needed").value(one.needed());
        json.key("latency_ms").value(Math.round(one.latency().toNanos() / 1e4) / 1e2);
        json.key("last_error").value(one.lastError());
        json.key("last_error_at").value(text(one.lastErrorAt()));
        json.key("since").value(text(one.since()));
        json.endObject();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
