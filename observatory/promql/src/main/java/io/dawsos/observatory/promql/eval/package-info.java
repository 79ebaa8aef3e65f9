/**
 * Evaluation of an expression over a whole range at once: each node gives {@link
 * io.dawsos.observatory.promql.eval.Column}s, one a series, one cell a step.
 */
@NullMarked
package io.dawsos.observatory.promql.eval;

import org.jspecify.annotations.NullMarked;
