/** Alerts that keep others quiet while they fire. */
@NullMarked
package io.dawsos.observatory.alertmanager.inhibit;

import org.jspecify.annotations.NullMarked;
