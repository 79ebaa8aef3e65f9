/** Gathers alerts into groups and decides when a group speaks. */
@NullMarked
package io.dawsos.observatory.alertmanager.dispatch;

import org.jspecify.annotations.NullMarked;
