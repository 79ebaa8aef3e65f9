package io.dawsos.benchmarks.overhead;

import java.time.Duration;
import java.util.Map;

/**
 * Every variant under the same load, one after the other.
 *
 * @param number of all rounds, from 1
 * @param start which start of the services this was, from 1
 */
record Round(int number, int start, Map<Variant, Measured> measured) {

    /** @param cpu what the service's process used meanwhile */
    record Measured(Load load, Duration cpu) {

        double cpuMicrosPerRequest() {
            return cpu.toNanos() / 1e3 / load.requests();
        }
    }

    /** Of one variant over another's, in this round: the machine's moods are in both. */
    double throughputRatio(Variant of, Variant over) {
        return get(of).load().requestsPerSecond() / get(over).load().requestsPerSecond();
    }

    double p99Ratio(Variant of, Variant over) {
        return get(of).load().p99() / get(over).load().p99();
    }

    double cpuRatio(Variant of, Variant over) {
        return get(of).cpuMicrosPerRequest() / get(over).cpuMicrosPerRequest();
    }

    Measured get(Variant variant) {
        Measured of = measured.get(variant);
        if (of == null) {
            throw new IllegalStateException("round " + number + " has no " + variant);
        }
        return of;
    }
}
