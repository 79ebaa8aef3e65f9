/** What was told to whom, so that nobody is told twice. */
@NullMarked
package io.dawsos.observatory.alertmanager.log;

import org.jspecify.annotations.NullMarked;
