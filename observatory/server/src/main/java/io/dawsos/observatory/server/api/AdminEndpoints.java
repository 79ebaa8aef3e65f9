package io.dawsos.observatory.server.api;

import io.dawsos.observatory.model.Selection;
import io.dawsos.observatory.promql.Cancellation;
import io.dawsos.observatory.server.http.Failure;
import io.dawsos.observatory.server.http.FailureType;
import io.dawsos.observatory.server.http.Parameters;
import io.dawsos.observatory.tsdb.TimeSeriesStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** {@code /api/v1/admin/tsdb/*}: what changes or copies what is stored. Refused unless it is turned on. */
final class AdminEndpoints {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final boolean enabled;
    private final TimeSeriesStore store;
    private final Path snapshots;
    private final InstantSource clock;

    AdminEndpoints(boolean enabled, TimeSeriesStore store, Path snapshots, InstantSource clock) {
        this.enabled = enabled;
        this.store = store;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    Answer snapshot(Parameters parameters, Cancellation gone) {
        needEnabled();
        String name = NAME.format(clock.instant()) + "-"
                + String.format("%016x", ThreadLocalRandom.current().nextLong());
        try {
            store.snapshot(snapshots.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer(out -> {
            out.writeStartObject();
            out.writeStringProperty("name", name);
            out.writeEndObject();
        });
    }

    Answer delete(Parameters parameters, Cancellation gone) {
        needEnabled();
        for (Selection selection : Selectors.of(parameters)) {
            try {
                store.delete(selection.matchers(), selection.from(), selection.to());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Answer.NOTHING;
    }

    /** Deleted samples leave the files with the next merge, which this does at once. */
    Answer clean(Parameters parameters, Cancellation gone) {
        needEnabled();
        try {
            store.maintain();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Answer.NOTHING;
    }

    private void needEnabled() {
        if (!enabled) {
            throw new Failure(
                    FailureType.UNAVAILABLE, "admin APIs disabled; start with --web.enable-admin-api to use them");
        }
    }
}
