/**
 * Portfolio alerts: what owners want to be told, when it became true, and how they are told. {@link
 * io.dawsos.portfolio.alert.AlertEvaluator} finds what is true; {@link io.dawsos.portfolio.alert.Firing} keeps it with
 * its outbox rows, once per cause; {@link io.dawsos.portfolio.alert.Courier} delivers the outbox, at least once.
 */
@NullMarked
package io.dawsos.portfolio.alert;

import org.jspecify.annotations.NullMarked;
