/**
 * From a query's text to an {@link io.dawsos.observatory.promql.ast.Expr}: a lexer, a parser by precedence climbing, and
 * the check of types. Enter at {@link io.dawsos.observatory.promql.PromQl#parse}.
 */
@NullMarked
package io.dawsos.observatory.promql.parse;

import org.jspecify.annotations.NullMarked;
