package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.model.Labels;

/** A target that relabelling drops. */
public record DroppedTarget(String scrapePool, Labels discovered) {}
