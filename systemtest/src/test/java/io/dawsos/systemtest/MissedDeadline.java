package io.dawsos.systemtest;

import java.time.Instant;

/** The pack that {@link FailingBuild} kept from being built is still missing when it is due. */
record MissedDeadline(WatchedService service) implements Fault {

    @Override
    public String alert() {
        return "PricingPackBuildDeadlineMissed";
    }

    /** From the deadline on; where that was before there was a service, from now on. */
    @Override
    public Instant provoke() {
        Instant deadline = service.night().deadline();
        Instant now = Instant.now();
        return service.saw(deadline) || deadline.isAfter(now) ? deadline : now;
    }

    /** The pack can be built, but nobody does yet: {@link DifferingLedger} has one built once it is undone. */
    @Override
    public void undo() throws Exception {
        service.chaos("fred", "mode=ok");
    }

    @Override
    public String toString() {
        return alert();
    }
}
