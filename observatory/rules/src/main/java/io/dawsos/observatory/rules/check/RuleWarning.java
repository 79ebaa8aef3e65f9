package io.dawsos.observatory.rules.check;

/**
 * Something in a rule file that Prometheus would load and that is likely to be wrong.
 *
 * @param line where the rule begins
 */
public record RuleWarning(int line, String message) {}
