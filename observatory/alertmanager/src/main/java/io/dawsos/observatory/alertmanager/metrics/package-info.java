/** What happens in the alertmanager, for whoever counts it. */
@NullMarked
package io.dawsos.observatory.alertmanager.metrics;

import org.jspecify.annotations.NullMarked;
