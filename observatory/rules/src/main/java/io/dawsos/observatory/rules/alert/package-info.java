/**
 * The life of alerts: {@link io.dawsos.observatory.rules.alert.AlertTracker} holds those of one rule, {@link
 * io.dawsos.observatory.rules.alert.ActiveAlert} is what others see of one.
 */
@NullMarked
package io.dawsos.observatory.rules.alert;

import org.jspecify.annotations.NullMarked;
