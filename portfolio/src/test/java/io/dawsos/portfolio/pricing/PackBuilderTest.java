package io.dawsos.portfolio.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackBuilderTest {

    /** The end of a process, as far as one process can have it: nobody catches it to tidy up. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    private static String fresh(Night night) {
        return night.sql()
                .sql("SELECT content_hash FROM pricing_packs WHERE status = 'fresh' AND superseded_by IS NULL"
                        + " AND pack_date = ?")
                .param(Night.DAY)
                .query(String.class)
                .single();
    }

    @Test
    void build_polygonBroken_takesPricesFromFmp() throws Exception {
        try (Night night = new Night()) {
            night.simulator("chaos/polygon?mode=fail");

            PackBuild build = night.build();

            assertThat(build.state()).isEqualTo("fresh");
            assertThat(build.priceSources()).isEqualTo("fmp");
            assertThat(night.count("prices")).isEqualTo(20);
        }
    }

    @Test
    void build_ofTheSameContent_isTheSamePack() throws Exception {
        try (Night night = new Night()) {
            PackBuild first = night.build();
            PackBuild second = night.build();

            assertThat(first.priceSources()).isEqualTo("polygon");
            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(second.pack()).isEqualTo(first.pack());
            assertThat(night.count("pricing_packs")).isEqualTo(1);
            assertThat(night.metric("pricing_pack_build_success_total")).isEqualTo(2);
        }
    }

    @Test
    void build_ofOtherContent_supersedesAndBothAreKept() throws Exception {
        try (Night night = new Night()) {
            PackRef first = Objects.requireNonNull(night.build().pack());
            night.simulator("market/AAPL?percent=25");

            PackRef second = Objects.requireNonNull(night.build().pack());

            assertThat(fresh(night)).isEqualTo(second.hash()).isNotEqualTo(first.hash());
            assertThat(night.sql()
                            .sql("SELECT superseded_by FROM pricing_packs WHERE pack_no = ?")
                            .param(first.number())
                            .query(Long.class)
                            .single())
                    .isEqualTo(second.number());
            PackStore store = night.bean(PackStore.class);
            assertThat(store.load(first).content().hash()).isEqualTo(first.hash());
            BigDecimal before = store.load(first).price("AAPL");
            assertThat(store.load(second).price("AAPL")).isGreaterThan(before.multiply(new BigDecimal("1.2")));
        }
    }

    @ParameterizedTest
    @EnumSource(BuildStep.class)
    void build_crashedAtAStep_isFinishedByAnotherRun(BuildStep at) throws Exception {
        try (Night night = new Night()) {
            UUID id = night.builds().open(Night.DAY, null, null, night.clock.instant());
            PackBuilder crashing = night.builder((_, step) -> {
                if (step == at) {
                    throw new Crash();
                }
            });
            assertThatThrownBy(() -> crashing.run(id)).isInstanceOf(Crash.class);
            PackBuild left = night.builds().find(id).orElseThrow();
            assertThat(left.state()).isEqualTo("running");
            assertThat(left.step()).isEqualTo(at);
            night.clock.move(Duration.ofMinutes(5));
            if (at.compareTo(BuildStep.WARMING) > 0) {
                night.simulator("market/AAPL?percent=25"); // what is kept is not asked again
            }

            assertThat(night.builder((_, _) -> {}).run(id)).isEqualTo(PackBuilder.Outcome.FRESH);

            PackBuild done = night.builds().find(id).orElseThrow();
            assertThat(done.state()).isEqualTo("fresh");
            assertThat(done.run()).isEqualTo(2);
            assertThat(done.beganAt()).isEqualTo(left.beganAt());
            assertThat(night.count("pricing_packs")).isEqualTo(1);
            assertThat(night.count("alert_events")).isEqualTo(1);
            assertThat(night.metric("pricing_pack_build_success_total")).isEqualTo(1);
            assertThat(night.metric("pricing_pack_build_last_duration_seconds"))
                    .isEqualTo(at == BuildStep.ALERTS ? 0 : 300);
            assertThat(night.builder((_, _) -> {}).run(id)).isEqualTo(PackBuilder.Outcome.NOT_MINE);
        }
    }

    @Test
    void build_takenOverWhileItHung_writesNothingMore() throws Exception {
        try (Night night = new Night()) {
            UUID id = night.builds().open(Night.DAY, null, null, night.clock.instant());
            PackBuilder other = night.builder((_, _) -> {});
            PackBuilder hanging = night.builder((build, step) -> {
                if (step == BuildStep.FRESH && build.run() == 1) {
                    assertThat(other.run(id)).isEqualTo(PackBuilder.Outcome.FRESH);
                }
            });

            assertThat(hanging.run(id)).isEqualTo(PackBuilder.Outcome.NOT_MINE);

            assertThat(night.builds().find(id).orElseThrow().run()).isEqualTo(2);
            assertThat(night.metric("pricing_pack_build_success_total")).isEqualTo(1);
            assertThat(night.metric("pricing_pack_build_failures_total")).isZero();
        }
    }

    @Test
    void build_ledgerDiffers_packIsAnErrorAndTheReportIsNamed(@TempDir Path folder) throws Exception {
        Path ledger = Files.writeString(folder.resolve("main.beancount"), "nonsense\n");
        try (Night night = new Night(Map.of("DAWSOS_LEDGER", ledger.toString()))) {
            PackBuild build = night.build();

            assertThat(build.state()).isEqualTo("failed");
            assertThat(build.step()).isEqualTo(BuildStep.RECONCILIATION);
            assertThat(build.error()).contains("differ in 1 places: reconciliation " + build.reconciliationId());
            assertThat(night.sql()
                            .sql("SELECT status FROM pricing_packs")
                            .query(String.class)
                            .list())
                    .isEqualTo(List.of("error"));
            assertThat(night.metric("pricing_pack_build_failures_total")).isEqualTo(1);
            assertThat(night.metric("pricing_pack_is_fresh{date=\"2026-03-10\"}"))
                    .isZero();
            assertThat(night.count("alert_events")).isZero();

            Files.writeString(ledger, "");
            PackBuild again = night.build();
            assertThat(again.error()).startsWith("the ledger of record and this service differ");
        }
    }

    @Test
    void build_heldSecurityThatNobodyPrices_failsAndNamesIt() throws Exception {
        try (Night night = new Night()) {
            night.sql()
                    .sql("UPDATE securities SET symbol = 'GONE' WHERE symbol = 'IBM'")
                    .update();

            PackBuild build = night.build();

            assertThat(build.state()).isEqualTo("failed");
            assertThat(build.error()).isEqualTo("no price of 2026-03-10 of 1 securities that are held: GONE");
        }
    }

    @Test
    void build_askedForTwiceAtOnce_isOne() throws Exception {
        try (Night night = new Night()) {
            UUID first = night.builds().open(Night.DAY, "ann", null, night.clock.instant());

            assertThat(night.builds().open(Night.DAY, null, null, night.clock.instant()))
                    .isEqualTo(first);
        }
    }
}
