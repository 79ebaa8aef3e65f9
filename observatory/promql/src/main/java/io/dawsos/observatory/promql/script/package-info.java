/**
 * Tests of queries as scripts, in the language of Prometheus's promqltest: {@code load} series, {@code eval} queries, and
 * say what comes of them. Enter at {@link io.dawsos.observatory.promql.script.ScriptRunner}.
 */
@NullMarked
package io.dawsos.observatory.promql.script;

import org.jspecify.annotations.NullMarked;
