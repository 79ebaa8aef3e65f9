package io.dawsos.observatory.rules.testing;

/**
 * Something that makes a test worth less than it seems.
 *
 * @param line where in the file
 */
public record TestWarning(int line, String message) {}
