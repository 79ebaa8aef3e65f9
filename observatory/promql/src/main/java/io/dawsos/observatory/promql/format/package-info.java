/** From an {@link io.dawsos.observatory.promql.ast.Expr} back to text: on one line, or broken into lines. */
@NullMarked
package io.dawsos.observatory.promql.format;

import org.jspecify.annotations.NullMarked;
