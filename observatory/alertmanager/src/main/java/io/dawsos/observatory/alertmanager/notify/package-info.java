/**
 * What tells people: a notifier for each kind of receiver, which makes a message of a notification and sends it. Enter at
 * {@link io.dawsos.observatory.alertmanager.notify.Notifiers}.
 */
@NullMarked
package io.dawsos.observatory.alertmanager.notify;

import org.jspecify.annotations.NullMarked;
