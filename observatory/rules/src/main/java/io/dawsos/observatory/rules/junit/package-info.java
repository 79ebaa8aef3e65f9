/**
 * Rule tests in a build that tests with JUnit. Enter by {@link io.dawsos.observatory.rules.junit.RuleTests}; wants
 * junit-jupiter-api, which whoever uses it has.
 */
@NullMarked
package io.dawsos.observatory.rules.junit;

import org.jspecify.annotations.NullMarked;
