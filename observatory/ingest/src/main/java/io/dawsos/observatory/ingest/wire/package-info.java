/**
 * Protocol buffers as bytes, and native histograms as they travel in them: what scrapes and remote write have in common.
 * Enter at {@link io.dawsos.observatory.ingest.wire.WireReader}.
 */
@NullMarked
package io.dawsos.observatory.ingest.wire;

import org.jspecify.annotations.NullMarked;
