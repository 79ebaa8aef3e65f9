package io.dawsos.portfolio.alert;

import static io.dawsos.portfolio.alert.World.MORNING;
import static io.dawsos.portfolio.alert.World.YESTERDAY;
import static io.dawsos.portfolio.alert.World.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.portfolio.alert.Condition.ValueBelow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class QuoteWatchTest {

    @Test
    void watch_ofTwoReplicas_asksOnceAnIntervalForWhatAlertsNeed() throws Exception {
        try (World world = World.create();
                World other = world.replica()) {
            world.securities("USD", "A", "B");
            world.clock.set(MORNING.minus(Duration.ofDays(2)));
            UUID portfolio = world.portfolio("ann", Map.of("A", "10"));
            world.portfolio("bob", Map.of("B", "10")); // has no alert: nobody asks for its prices
            world.clock.set(MORNING);
            world.pack(YESTERDAY, Map.of("A", "100", "B", "1"));
            Alert alert = world.alert(portfolio, new ValueBelow(number("950")));
            List<Set<String>> asked = new ArrayList<>();
            QuoteWatch first = watch(world, asked);
            QuoteWatch second = watch(other, asked);
            first.look();
            second.look();
            assertThat(asked).containsExactly(Set.of("A"));
            assertThat(world.causes(alert)).hasSize(1);
            world.clock.move(Duration.ofSeconds(30));
            first.look();
            other.clock.set(MORNING.plusSeconds(60));
            second.look();
            assertThat(asked).hasSize(2);
        }
    }

    private static QuoteWatch watch(World world, List<Set<String>> asked) {
        QuoteSource source = symbols -> {
            asked.add(symbols);
            return new QuoteSource.Quoted(Map.of("A", number("90")), world.clock.instant());
        };
        return new QuoteWatch(
                world.database, source, world.evaluator, Duration.ofSeconds(60), world.clock, world.telemetry);
    }
}
