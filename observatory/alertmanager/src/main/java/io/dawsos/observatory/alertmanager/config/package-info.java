/**
 * The configuration language of {@code alertmanager.yml}: reading it, its defaults and its rules. Enter at {@link
 * io.dawsos.observatory.alertmanager.config.AlertmanagerConfig}.
 *
 * <p>A file is judged as Alertmanager judges it, including the settings of integrations that this program has not; those are
 * refused by name only by who wants to run the file. Where it is different: paths of secrets are relative to the file's
 * folder, as those of certificates and templates are, and not to the folder that the process runs in; three targets of SNS
 * are refused as two are; and where settings exclude each other that Alertmanager silently prefers one of, both are named.
 */
@NullMarked
package io.dawsos.observatory.alertmanager.config;

import org.jspecify.annotations.NullMarked;
