/** Routing, grouping, inhibition, silences and notification of alerts. */
@NullMarked
package io.dawsos.observatory.alertmanager;

import org.jspecify.annotations.NullMarked;
