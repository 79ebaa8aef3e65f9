/**
 * Compares the ledger of record with what this service holds. Enter at {@link
 * io.dawsos.portfolio.reconcile.Reconciler}; how accounts of the ledger map to portfolios is in {@code
 * docs/formats/beancount.md}. A real ledger is only ever read: the one that is written is the demo's own, in the data
 * folder.
 */
@NullMarked
package io.dawsos.portfolio.reconcile;

import org.jspecify.annotations.NullMarked;
