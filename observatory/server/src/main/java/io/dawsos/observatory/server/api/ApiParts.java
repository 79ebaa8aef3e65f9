package io.dawsos.observatory.server.api;

import io.dawsos.observatory.ingest.remote.RemoteWriteReceiver;
import io.dawsos.observatory.ingest.scrape.DroppedTarget;
import io.dawsos.observatory.ingest.scrape.TargetStatus;
import io.dawsos.observatory.rules.GroupStatus;
import io.dawsos.observatory.tsdb.TimeSeriesStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * What Prometheus's API speaks for.
 *
 * @param adminEnabled whether samples may be deleted and copied by this API
 * @param snapshots the folder of copies
 * @param alertmanagers the addresses that alerts go to
 */
public record ApiParts(
        QueryRunner runner,
        QuerySettings queries,
        TimeSeriesStore store,
        RemoteWriteReceiver writes,
        Supplier<List<GroupStatus>> groups,
        Supplier<List<URI>> alertmanagers,
        Supplier<List<TargetStatus>> targets,
        Supplier<List<DroppedTarget>> droppedTargets,
        ProcessStatus process,
        boolean adminEnabled,
        Path snapshots,
        InstantSource clock) {}
