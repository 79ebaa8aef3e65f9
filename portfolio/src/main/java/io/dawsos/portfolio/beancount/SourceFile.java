package io.dawsos.portfolio.beancount;

/**
 * One file of a ledger, read.
 *
 * @param name for places in it
 */
record SourceFile(String name, String text) {}
