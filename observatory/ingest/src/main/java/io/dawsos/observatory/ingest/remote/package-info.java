/**
 * Remote write, versions 1.0 and 2.0: {@link io.dawsos.observatory.ingest.remote.RemoteWriteReceiver} takes what others
 * send, {@link io.dawsos.observatory.ingest.remote.RemoteWriteClient} sends to others from a queue on disk.
 */
@NullMarked
package io.dawsos.observatory.ingest.remote;

import org.jspecify.annotations.NullMarked;
