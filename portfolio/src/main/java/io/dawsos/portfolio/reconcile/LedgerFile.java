package io.dawsos.portfolio.reconcile;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Tells where the ledger of record lies. */
@FunctionalInterface
public interface LedgerFile {

    /**
     * Its main file; the demo's ledger is brought up to date first.
     *
     * @return null when there is no ledger
     */
    @Nullable
    Path main() throws IOException;
}
