/** What PromQL's functions calculate, apart from how the engine walks over series and steps. */
@NullMarked
package io.dawsos.observatory.promql.function;

import org.jspecify.annotations.NullMarked;
