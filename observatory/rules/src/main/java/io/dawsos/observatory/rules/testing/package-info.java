/**
 * Tests of rules, in the files of {@code promtool test rules}: series in, recorded series and alerts out. Enter by {@link
 * io.dawsos.observatory.rules.testing.RuleTestRunner}.
 */
@NullMarked
package io.dawsos.observatory.rules.testing;

import org.jspecify.annotations.NullMarked;
