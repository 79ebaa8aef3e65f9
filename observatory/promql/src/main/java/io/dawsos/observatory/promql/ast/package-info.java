/** The parsed form of a query: {@link io.dawsos.observatory.promql.ast.Expr} and what hangs on it. Immutable values. */
@NullMarked
package io.dawsos.observatory.promql.ast;

import org.jspecify.annotations.NullMarked;
