package io.dawsos.observatory.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class GroupTimesPropertyTest {
    private static GroupTimes times(String name, long millis) {
        RuleGroup group = new RuleGroup(name, Duration.ofMillis(millis), null, 0, Map.of(), List.of(), "rules.yml");
        return GroupTimes.of(group, RuleSettings.DEFAULT);
    }

    @Property
    void after_anyTime_isTheNextTimeOfTheGroup(
            @ForAll String name,
            @ForAll @LongRange(min = 1, max = 86_400_000) long interval,
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long now) {
        GroupTimes times = times(name, interval);
        long next = times.after(Instant.ofEpochMilli(now)).toEpochMilli();
        assertThat(times.offset().toMillis()).isBetween(0L, interval - 1);
        assertThat(next).isGreaterThan(now).isLessThanOrEqualTo(now + interval);
        assertThat(Math.floorMod(next - times.offset().toMillis(), interval)).isZero();
    }

    @Property
    void missed_anyDelay_isHowManyTimesHavePassed(
            @ForAll @LongRange(min = 1, max = 86_400_000) long interval, @ForAll @IntRange(max = 50) int intervals) {
        GroupTimes times = times("g", interval);
        Instant due = times.after(Instant.EPOCH);
        Instant late = due.plusMillis(interval * intervals + interval / 2);
        assertThat(times.missed(due, late)).isEqualTo(intervals);
    }
}
