package io.dawsos.portfolio.reconcile;

import io.dawsos.portfolio.Settings;
import io.dawsos.telemetry.Telemetry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reconciliation, by the setting {@code DAWSOS_LEDGER}: the path of the ledger's main file, which is only ever read;
 * {@code demo} for a ledger of the demo that the service keeps in its data folder; absent for none.
 */
@Configuration(proxyBeanMethods = false)
public class ReconcileConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ReconcileConfiguration.class);
    private static final String SETTING = "DAWSOS_LEDGER";
    private static final String DEMO = "demo";

    @Bean
    LedgerFile ledgerFile(Environment environment, Settings settings, JdbcClient database) {
        String set = environment.getProperty(SETTING, "").strip();
        if (set.isEmpty()) {
            return LedgerFile.NONE;
        }
        if (set.equals(DEMO)) {
            return new DemoLedger(settings.data().resolve("ledger"), new BookedTrades(database));
        }
        Path main = Path.of(set).toAbsolutePath().normalize();
        return _ -> main;
    }

    @Bean
    Reconciliations reconciliations(JdbcClient database, TransactionTemplate transactions) {
        return new Reconciliations(database, transactions);
    }

    @Bean
    Reconciler reconciler(
            LedgerFile file,
            JdbcClient database,
            PlatformTransactionManager transactionManager,
            Reconciliations reports,
            Clock clock,
            Telemetry telemetry) {
        TransactionTemplate oneState = new TransactionTemplate(transactionManager);
        oneState.setReadOnly(true);
        oneState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new Reconciler(file, new ServiceSideStore(database, oneState), reports, clock, telemetry);
    }

    /** The demo's ledger is there to be looked at from the start on, not only from the first reconciliation on. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> firstLedger(LedgerFile file, JdbcClient database) {
        return _ -> {
            try {
                if (!file.equals(LedgerFile.NONE)) {
                    var _ = file.main(new BookedTrades(database).last());
                }
            } catch (IOException | DataAccessException e) {
                log.warn("the ledger is not there yet; the next reconciliation tries again", e);
            }
        };
    }
}
