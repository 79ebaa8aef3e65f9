/** Alertmanager's API v2, and what brings the alerts of the rules to people. */
@NullMarked
package io.dawsos.observatory.server.alerting;

import org.jspecify.annotations.NullMarked;
