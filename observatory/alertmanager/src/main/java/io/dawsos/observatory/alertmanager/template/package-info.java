/**
 * What notification templates see and call: Alertmanager's data and functions, and the templates that are there without
 * any file. Enter at {@link io.dawsos.observatory.alertmanager.template.NotificationTemplates}.
 */
@NullMarked
package io.dawsos.observatory.alertmanager.template;

import org.jspecify.annotations.NullMarked;
