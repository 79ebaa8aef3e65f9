/** Silences: what people keep quiet for a time. */
@NullMarked
package io.dawsos.observatory.alertmanager.silence;

import org.jspecify.annotations.NullMarked;
