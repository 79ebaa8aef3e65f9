/**
 * Reads a ledger in the Beancount language. Enter at {@link io.dawsos.portfolio.beancount.LedgerReader}, which reads the
 * main file and what it includes, then {@link io.dawsos.portfolio.beancount.Books}, which checks the whole ledger and
 * tells what each account held at the end of a day. What is read of the language, and what is refused, is in {@code
 * docs/formats/beancount.md}. Nothing here knows portfolios, a database or a clock.
 */
@NullMarked
package io.dawsos.portfolio.beancount;

import org.jspecify.annotations.NullMarked;
