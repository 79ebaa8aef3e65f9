/**
 * The language of matchers as silences, routes, inhibition rules and API filters write them: {@code a="b"}, {@code
 * {a="b",c=~"d"}}. {@link io.dawsos.observatory.alertmanager.matcher.MatcherParser} is where to enter.
 */
@NullMarked
package io.dawsos.observatory.alertmanager.matcher;

import org.jspecify.annotations.NullMarked;
