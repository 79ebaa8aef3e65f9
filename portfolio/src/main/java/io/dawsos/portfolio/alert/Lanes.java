package io.dawsos.portfolio.alert;

import java.util.HashMap;
import java.util.Map;

/**
 * What is on its way to whom: so many at once to one receiver, one at a time to one that failed last, so many in all.
 * Thread-safe.
 */
final class Lanes {

    private static final int MOST_REMEMBERED = 1000;

    private final int most;
    private final int mostInLane;
    private final Map<String, Lane> lanes = new HashMap<>();
    private int inFlight;

    private static final class Lane {
        private int inFlight;
        private boolean failing;
    }

    Lanes(int most, int mostInLane) {
        this.most = most;
        this.mostInLane = mostInLane;
    }

    synchronized int free() {
        return most - inFlight;
    }

    int usualRoom() {
        return mostInLane;
    }

    /** How many more each lane takes, where that is not the usual number. */
    synchronized Map<String, Integer> room() {
        Map<String, Integer> room = new HashMap<>();
        lanes.forEach((name, lane) -> room.put(name, Math.max(0, (lane.failing ? 1 : mostInLane) - lane.inFlight)));
        return room;
    }

    synchronized void begin(String name) {
        lanes.computeIfAbsent(name, _ -> new Lane()).inFlight++;
        inFlight++;
    }

    /** What is idle and did not fail is forgotten; of what failed so many are remembered. */
    synchronized void end(String name, boolean failed) {
        Lane lane = lanes.get(name);
        if (lane == null) {
            throw new IllegalStateException("nothing is on its way in " + name);
        }
        inFlight--;
        lane.inFlight--;
        lane.failing = failed;
        if (lane.inFlight == 0 && (!lane.failing || lanes.size() > MOST_REMEMBERED)) {
            lanes.remove(name);
        }
    }
}
