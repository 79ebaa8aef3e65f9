/**
 * Recording and alerting rules: {@link io.dawsos.observatory.rules.RuleFile} reads them, {@link
 * io.dawsos.observatory.rules.GroupEvaluation} evaluates a group for one time after the other, {@link
 * io.dawsos.observatory.rules.RuleScheduler} does so at the right times.
 */
@NullMarked
package io.dawsos.observatory.rules;

import org.jspecify.annotations.NullMarked;
