/** The observatory's one process: HTTP and gRPC APIs, configuration and wiring. */
@NullMarked
package io.dawsos.observatory.server;

import org.jspecify.annotations.NullMarked;
