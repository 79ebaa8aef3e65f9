package io.dawsos.observatory.alertmanager.silence;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import java.time.Instant;
import java.util.List;

/**
 * Alerts that all matchers match are quiet from start to end.
 *
 * @param id empty for one that is to be made
 * @param endsAt exclusive
 * @param untilResolved beyond Alertmanager: it ends early when alerts that it matches have fired and none does any more
 * @param tellWhenExpired beyond Alertmanager: alerts that still fire at its end are notified at once
 */
public record Silence(
        String id,
        List<Matcher> matchers,
        Instant startsAt,
        Instant endsAt,
        Instant updatedAt,
        String createdBy,
        String comment,
        boolean untilResolved,
        boolean tellWhenExpired) {
    public Silence {
        matchers = List.copyOf(matchers);
    }

    public SilenceState state(Instant now) {
        if (!endsAt.isAfter(now)) {
            return SilenceState.EXPIRED;
        }
        return startsAt.isAfter(now) ? SilenceState.PENDING : SilenceState.ACTIVE;
    }

    public boolean matches(Labels labels) {
        for (Matcher matcher : matchers) {
            if (!matcher.matches(labels.get(matcher.name()))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a filter of the API lets it through: its matchers' values are taken for labels. */
    public boolean passes(List<Matcher> filter) {
        return filter.stream().allMatch(wanted -> wanted.matches(valueOf(wanted.name())));
    }

    private String valueOf(String name) {
        return matchers.stream()
                .filter(matcher -> matcher.name().equals(name))
                .map(Matcher::value)
                .reduce("", (first, last) -> last);
    }

    Silence with(String newId, Instant start, Instant end, Instant updated) {
        return new Silence(newId, matchers, start, end, updated, createdBy, comment, untilResolved, tellWhenExpired);
    }
}
