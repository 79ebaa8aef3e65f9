/**
 * Times in which a route is muted or active: {@link io.dawsos.observatory.alertmanager.time.TimeInterval} reads one and
 * {@link io.dawsos.observatory.alertmanager.time.TimeIntervals} asks those that have names.
 */
@NullMarked
package io.dawsos.observatory.alertmanager.time;

import org.jspecify.annotations.NullMarked;
