/**
 * Finds what to scrape: targets written in the configuration, and targets in files that are read again when they change.
 * Enter at {@link io.dawsos.observatory.ingest.discovery.DiscoveryConfig}.
 */
@NullMarked
package io.dawsos.observatory.ingest.discovery;

import org.jspecify.annotations.NullMarked;
