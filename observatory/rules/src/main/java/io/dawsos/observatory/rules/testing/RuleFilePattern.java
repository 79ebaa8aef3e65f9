package io.dawsos.observatory.rules.testing;

/**
 * A pattern of rule files: <code>*</code>, <code>?</code> and <code>[a-z]</code> stand for parts of a name.
 *
 * @param line where it stands in the test file
 */
public record RuleFilePattern(String pattern, int line) {}
