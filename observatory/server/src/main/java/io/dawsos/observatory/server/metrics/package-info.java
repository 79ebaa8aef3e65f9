/** What this server counts of itself, by Prometheus's and Alertmanager's names where they have one. */
@NullMarked
package io.dawsos.observatory.server.metrics;

import org.jspecify.annotations.NullMarked;
