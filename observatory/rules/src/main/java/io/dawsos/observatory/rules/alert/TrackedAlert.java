package io.dawsos.observatory.rules.alert;

import io.dawsos.observatory.model.Alert;
import io.dawsos.observatory.model.Labels;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One alert from its first series to some minutes after its end. Guarded by its tracker. */
final class TrackedAlert {
    private final Labels labels;
    private Labels annotations;
    private AlertState state = AlertState.PENDING;
    private double value;
    private Instant activeAt;
    private @Nullable Instant firedAt;
    private @Nullable Instant resolvedAt;
    private @Nullable Instant keepFiringSince;
    private Instant lastSentAt = Instant.MIN;

    TrackedAlert(FoundAlert found, Instant now) {
        this.labels = found.labels();
        this.annotations = found.annotations();
        this.value = found.value();
        this.activeAt = now;
    }

    TrackedAlert(TrackedAlert other) {
        this.labels = other.labels;
        this.annotations = other.annotations;
        this.state = other.state;
        this.value = other.value;
        this.activeAt = other.activeAt;
        this.firedAt = other.firedAt;
        this.resolvedAt = other.resolvedAt;
        this.keepFiringSince = other.keepFiringSince;
        this.lastSentAt = other.lastSentAt;
    }

    Labels labels() {
        return labels;
    }

    AlertState state() {
        return state;
    }

    boolean isActive() {
        return state != AlertState.INACTIVE;
    }

    void foundAgain(FoundAlert found) {
        value = found.value();
        annotations = found.annotations();
        keepFiringSince = null;
    }

    void activeSince(Instant time) {
        activeAt = time;
    }

    void fireAfter(Duration hold, Instant now) {
        if (state == AlertState.PENDING && Duration.between(activeAt, now).compareTo(hold) >= 0) {
            state = AlertState.FIRING;
            firedAt = now;
        }
    }

    /** Whether it fires on without a series. */
    boolean keepsFiring(Duration keepFiringFor, Instant now) {
        if (state != AlertState.FIRING || keepFiringFor.isZero()) {
            return false;
        }
        if (keepFiringSince == null) {
            keepFiringSince = now;
        }
        return Duration.between(keepFiringSince, now).compareTo(keepFiringFor) < 0;
    }

    void resolve(Instant now) {
        if (isActive()) {
            state = AlertState.INACTIVE;
            resolvedAt = now;
        }
    }

    boolean resolvedLongerThan(Duration retention, Instant now) {
        return resolvedAt != null && Duration.between(resolvedAt, now).compareTo(retention) > 0;
    }

    boolean isDue(Instant now, Duration resendDelay) {
        if (state == AlertState.PENDING) {
            return false;
        }
        if (lastSentAt.equals(Instant.MIN) || (resolvedAt != null && resolvedAt.isAfter(lastSentAt))) {
            return true;
        }
        return lastSentAt.plus(resendDelay).isBefore(now);
    }

    /** It as it travels, believed to fire for so long when it fires. */
    Alert sent(Instant now, Duration validity, String generatorUrl) {
        lastSentAt = now;
        Instant endsAt = resolvedAt != null ? resolvedAt : now.plus(validity);
        return new Alert(labels, annotations, firedAt == null ? activeAt : firedAt, endsAt, generatorUrl);
    }

    ActiveAlert view() {
        return new ActiveAlert(labels, annotations, state, value, activeAt, firedAt, resolvedAt, keepFiringSince);
    }
}
