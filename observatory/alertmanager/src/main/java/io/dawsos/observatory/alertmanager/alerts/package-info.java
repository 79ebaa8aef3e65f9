/** The alerts that are known: how reports of one alert are merged, and how an alert is told from another. */
@NullMarked
package io.dawsos.observatory.alertmanager.alerts;

import org.jspecify.annotations.NullMarked;
