/** The stages that a notification passes through, and the contract of what sends it. */
@NullMarked
package io.dawsos.observatory.alertmanager.stage;

import org.jspecify.annotations.NullMarked;
