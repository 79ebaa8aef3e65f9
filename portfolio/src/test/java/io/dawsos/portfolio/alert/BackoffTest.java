package io.dawsos.portfolio.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackoffTest {

    @Property
    void wait_afterEachAttempt_isBetweenHalfAndAllOfTheDoubledAndNeverOverTheLimit(
            @ForAll @IntRange(min = 1, max = 1_000_000) int made,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
        Duration most = Duration.ofMinutes(10);
        Duration wait = new Backoff(Duration.ofSeconds(1), most, 16, () -> random).after(made, null);
        long whole = Math.min(most.toMillis(), 1000L << Math.min(made - 1, 20));
        assertThat(wait.toMillis()).isBetween(whole / 2, whole);
    }

    @Test
    void retryAfter_isTakenWhereItIsLonger_upToAnHour() {
        Backoff backoff = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(10), 16, () -> 0);
        assertThat(backoff.after(1, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(5));
        assertThat(backoff.after(1, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
        assertThat(backoff.after(1, Duration.ofDays(30))).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "'Tue, 24 Nov 2026 09:02:00 GMT', 120",
        "'Tue, 24 Nov 2026 08:00:00 GMT', ",
        "soon, ",
        "-1, ",
        "99999999999999999999, ",
    })
    void retryAfterHeader_inEitherForm_isRead(String header, Long seconds) {
        Duration wanted = seconds == null ? null : Duration.ofSeconds(seconds);
        assertThat(RetryAfter.parse(header, Instant.parse("2026-11-24T09:00:00Z")))
                .isEqualTo(wanted);
    }
}
