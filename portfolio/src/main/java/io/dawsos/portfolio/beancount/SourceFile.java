package io.dawsos.portfolio.beancount;

/**
 * One file of a ledger, read.
 *
 * @param name for places in it
 * @param path relative to the main file's folder, with slashes
 * @param sha256 of its bytes, in lower-case hex
 */
record SourceFile(String name, String path, String text, String sha256) {}
