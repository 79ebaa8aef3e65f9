/**
 * The configuration language of {@code alertmanager.yml}: reading it, its defaults and its rules. Enter at {@link
 * io.dawsos.observatory.alertmanager.config.AlertmanagerConfig}.
 */
@NullMarked
package io.dawsos.observatory.alertmanager.config;

import org.jspecify.annotations.NullMarked;
