package io.dawsos.portfolio.pricing;

import io.dawsos.portfolio.Refused;
import io.dawsos.portfolio.security.Caller;
import io.dawsos.portfolio.security.Role;
import io.dawsos.telemetry.spring.Endpoint;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Has packs built, and shows how builds go. */
@RestController
final class PackBuildController {

    private static final int SHOWN = 50;
    private static final int UUID_LENGTH = 36;

    private final PackJobs jobs;
    private final PackBuilds builds;
    private final PackSchedule schedule;
    private final Clock clock;

    PackBuildController(PackJobs jobs, PackBuilds builds, PackSchedule schedule, Clock clock) {
        this.jobs = jobs;
        this.builds = builds;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** @param date today's when absent; a day that is over is built from what the providers say of it now */
    @Endpoint("/pricing-packs")
    @PostMapping("/v1/pricing-packs")
    ResponseEntity<PackBuildView> ask(
            @AuthenticationPrincipal Caller caller,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date) {
        if (!caller.roles().contains(Role.ADMIN)) {
            throw Refused.forbidden("pricing packs are built for the role ADMIN");
        }
        LocalDate today = schedule.today(clock.instant());
        LocalDate day = date == null ? today : date;
        if (day.isAfter(today)) {
            throw Refused.invalid("bad-date", "date: wanted %s or earlier, got %s".formatted(today, day));
        }
        PackBuildView view = find(jobs.ask(day, caller.userId()).toString());
        return ResponseEntity.accepted()
                .location(URI.create("/v1/pricing-packs/builds/" + view.id()))
                .body(view);
    }

    @Endpoint("/pricing-pack-builds")
    @GetMapping("/v1/pricing-packs/builds")
    List<PackBuildView> newest(@AuthenticationPrincipal Caller caller) {
        check(caller);
        return builds.newest(SHOWN).stream().map(PackBuildView::of).toList();
    }

    @Endpoint("/pricing-pack-build")
    @GetMapping("/v1/pricing-packs/builds/{id}")
    PackBuildView get(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        check(caller);
        return find(id);
    }

    /** What is no UUID names no build. */
    private PackBuildView find(String id) {
        try {
            if (id.length() == UUID_LENGTH) {
                return builds.find(UUID.fromString(id))
                        .map(PackBuildView::of)
                        .orElseThrow(PackBuildController::unknown);
            }
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        throw unknown();
    }

    private static Refused unknown() {
        return Refused.unknown("unknown-build", "there is no such build of a pricing pack");
    }

    private static void check(Caller caller) {
        if (!caller.seesAll()) {
            throw Refused.forbidden("builds of pricing packs are for the roles ADMIN and MANAGER");
        }
    }
}
