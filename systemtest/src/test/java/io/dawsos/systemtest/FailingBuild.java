package io.dawsos.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * The only provider of rates says that it is asked too often. That opens no breaker: it is asked again once the time is
 * over that it named.
 */
record FailingBuild(WatchedService service) implements Fault {

    /** From the start: the night's own build must not get through. */
    static WatchedService startDisturbed(Path data) throws IOException, InterruptedException {
        return WatchedService.start(data, "fred", "mode=limit&retry_after=5");
    }

    @Override
    public String alert() {
        return "PricingPackBuildFailure";
    }

    /** The night's own build may have failed meanwhile. */
    @Override
    public Instant provoke() throws Exception {
        Instant night = service.night().build();
        Instant began = service.saw(night) ? night : Instant.now();
        JsonNode build = service.build();
        assertThat(build.path("state").asString()).as(build.toString()).isEqualTo("failed");
        assertThat(build.path("error").asString()).contains("no rates of");
        return began;
    }

    /** Not yet: the pack has to miss its deadline as well. {@link MissedDeadline} does. */
    @Override
    public void undo() {}

    @Override
    public String toString() {
        return alert();
    }
}
