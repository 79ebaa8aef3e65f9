package io.dawsos.observatory.promql.ast;

/**
 * Where in the query's text a node stands.
 *
 * @param start index of its first character
 * @param end index after its last character
 */
public record SourceRange(int start, int end) {}
