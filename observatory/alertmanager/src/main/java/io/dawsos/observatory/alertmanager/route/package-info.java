/**
 * The tree of routes: where alerts go. Build a {@link io.dawsos.observatory.alertmanager.route.Route} from a
 * configuration; {@link io.dawsos.observatory.alertmanager.route.RouteDryRun} asks it about alerts that are not there.
 */
@NullMarked
package io.dawsos.observatory.alertmanager.route;

import org.jspecify.annotations.NullMarked;
