package io.dawsos.portfolio.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The jobs in the database, run by several replicas. */
class PackJobsTest {

    /** Lets time go on until the newest build has ended so. */
    private static PackBuild newest(Night night, int builds, String state) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    night.clock.move(Duration.ofSeconds(1));
                    List<PackBuild> all = night.builds().newest(10);
                    return all.size() == builds && all.getFirst().state().equals(state);
                });
        return night.builds().newest(1).getFirst();
    }

    @Test
    void night_twoReplicas_buildOncePerNight() throws Exception {
        try (Night one = new Night();
                Night two = one.replica()) {
            one.clock.set(Night.MIDNIGHT.minusSeconds(5));
            PackJobs first = one.jobs((_, _) -> {});
            PackJobs second = two.jobs((_, _) -> {});
            first.start();
            second.start();
            try {
                PackBuild built = newest(one, 1, "fresh");
                assertThat(built.date()).isEqualTo(Night.DAY);
                assertThat(built.cause()).isEqualTo("night");
                assertThat(built.run()).isEqualTo(1);

                one.clock.set(Night.MIDNIGHT.plus(Duration.ofHours(24)));
                PackBuild next = newest(one, 2, "fresh");
                assertThat(next.date()).isEqualTo(Night.DAY.plusDays(1));
                assertThat(next.run()).isEqualTo(1);
                assertThat(one.metric("pricing_pack_build_success_total")
                                + two.metric("pricing_pack_build_success_total"))
                        .isEqualTo(2);
                assertThat(one.count("pricing_packs")).isEqualTo(2);
            } finally {
                first.stop();
                second.stop();
            }
        }
    }

    @Test
    void night_providersAway_isTriedAgainUntilItIsFresh() throws Exception {
        try (Night night = new Night()) {
            night.clock.set(Night.MIDNIGHT.minusSeconds(5));
            night.simulator("chaos/fred?mode=fail");
            PackJobs jobs = night.jobs((_, _) -> {});
            jobs.start();
            try {
                PackBuild failed = newest(night, 1, "failed");
                assertThat(failed.error()).startsWith("no rates of 2026-03-10: fred ");

                night.simulator("chaos/fred?mode=ok");
                night.clock.move(Duration.ofMinutes(2));
                PackBuild built = newest(night, 2, "fresh");
                assertThat(built.date()).isEqualTo(Night.DAY);
                assertThat(night.metric("pricing_pack_build_failures_total")).isEqualTo(1);
            } finally {
                jobs.stop();
            }
        }
    }
}
