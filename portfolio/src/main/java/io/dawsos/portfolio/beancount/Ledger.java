package io.dawsos.portfolio.beancount;

import java.util.List;

/**
 * A ledger as it is written: its grammar is right; whether its books are is told by {@link Books}.
 *
 * @param commitHash of all its files, see {@link LedgerReader}
 * @param directives by date, and within a day by {@link Directive#rank} and then in the order of the files
 */
public record Ledger(String commitHash, Options options, List<Directive> directives) {

    public Ledger {
        directives = List.copyOf(directives);
    }
}
