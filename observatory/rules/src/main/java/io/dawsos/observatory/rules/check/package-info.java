/**
 * Looks rule files over: what Prometheus would load and is all the same likely to be wrong, and how expressions are laid out.
 */
@NullMarked
package io.dawsos.observatory.rules.check;

import org.jspecify.annotations.NullMarked;
