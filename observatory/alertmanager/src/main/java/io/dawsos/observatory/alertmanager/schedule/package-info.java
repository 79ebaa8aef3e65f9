/** Time and waiting: on threads, or on a clock that somebody moves. */
@NullMarked
package io.dawsos.observatory.alertmanager.schedule;

import org.jspecify.annotations.NullMarked;
