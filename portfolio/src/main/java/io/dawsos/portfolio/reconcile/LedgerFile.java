package io.dawsos.portfolio.reconcile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** Tells where the ledger of record lies. */
@FunctionalInterface
public interface LedgerFile {

    /** There is no ledger. */
    LedgerFile NONE = _ -> {
        throw new IllegalStateException("there is no ledger");
    };

    /**
     * Its main file; the demo's ledger is brought up to the moment first that it is compared with.
     *
     * @param last the number of each portfolio's last trade at that moment
     */
    Path main(Map<UUID, Long> last) throws IOException;
}
