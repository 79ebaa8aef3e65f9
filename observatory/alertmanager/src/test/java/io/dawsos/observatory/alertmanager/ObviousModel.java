package io.dawsos.observatory.alertmanager;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What must be told, found slowly: second by second, by going through everything there is. Alerts have a name, a job and a
 * severity; {@link #CONFIG} says what becomes of them. Nothing here is shared with what it is compared with.
 */
final class ObviousModel {
    static final String CONFIG = """
            route:
              receiver: all
              group_by: [job]
              group_wait: 10s
              group_interval: 60s
              repeat_interval: 10m
              routes:
                - matchers: [sev="high"]
                  receiver: pager
                  group_wait: 0s
                  continue: true
                - matchers: [sev=~"high|mid"]
                  receiver: chat
                  group_by: [sev]
                  group_interval: 120s
            inhibit_rules:
              - source_matchers: [sev="high"]
                target_matchers: [sev=~"low|mid"]
                equal: [job]
            receivers:
              - name: all
                webhook_configs: [{url: "http://localhost/"}]
              - name: pager
                webhook_configs: [{url: "http://localhost/"}]
              - name: chat
                webhook_configs: [{url: "http://localhost/", send_resolved: false}]
            """;

    /** @param tells whether alerts still firing at its end are told at once */
    record Quiet(String name, long start, long end, boolean tells) {}

    private static final class Fire {
        final String name;
        final String job;
        final String sev;
        long start;
        long end;

        Fire(String name, String job, String sev) {
            this.name = name;
            this.job = job;
            this.sev = sev;
        }

        boolean firesAt(long t) {
            return end > t;
        }
    }

    private static final class Group {
        final String receiver;
        final boolean sendResolved;
        final long wait;
        final long interval;
        final Set<Fire> members = new LinkedHashSet<>();
        long next;
        boolean spoke;

        Group(String receiver, boolean sendResolved, long wait, long interval) {
            this.receiver = receiver;
            this.sendResolved = sendResolved;
            this.wait = wait;
            this.interval = interval;
        }
    }

    private static final class Told {
        final long at;
        final Set<String> firing;
        final Set<String> resolved;

        Told(long at, Set<String> firing, Set<String> resolved) {
            this.at = at;
            this.firing = firing;
            this.resolved = resolved;
        }
    }

    private static final long REPEAT = 600;

    private final Map<String, Fire> fires = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Told> told = new LinkedHashMap<>();
    private final List<Quiet> quiets = new ArrayList<>();
    final List<String> messages = new ArrayList<>();
    private long now;

    void moveTo(long target) {
        while (now < target) {
            now++;
            if (now % 30 == 0) {
                groups.values().removeIf(group -> group.members.isEmpty());
                told.values().removeIf(entry -> entry.at + 2 * REPEAT <= now);
            }
            for (Quiet quiet : quiets) {
                if (quiet.tells && quiet.end == now) {
                    hurry(quiet.name);
                }
            }
            speak();
        }
    }

    private void hurry(String name) {
        for (Group group : groups.values()) {
            if (group.spoke && group.members.stream().anyMatch(fire -> fire.name.equals(name))) {
                group.next = now;
            }
        }
    }

    /** The alert fires from now on, or goes on firing, until it is heard of again. */
    void fire(String name, String job, String sev) {
        Fire fire = fires.computeIfAbsent(name + job + sev, key -> new Fire(name, job, sev));
        if (!fire.firesAt(now)) {
            fire.start = now;
        }
        fire.end = now + 240;
        join(fire);
    }

    long startOf(String name, String job, String sev) {
        Fire fire = fires.get(name + job + sev);
        return fire == null || !fire.firesAt(now) ? -1 : fire.start;
    }

    void resolve(String name, String job, String sev) {
        Fire fire = fires.get(name + job + sev);
        if (fire != null && fire.firesAt(now)) {
            fire.end = now;
            join(fire);
        }
    }

    void silence(Quiet quiet) {
        quiets.add(quiet);
    }

    /** Groups go on where they were; those with nothing left to say are gone, as they are twice a minute anyway. */
    void reload() {
        groups.values().removeIf(group -> group.members.isEmpty());
    }

    private void join(Fire fire) {
        if (fire.sev.equals("high")) {
            join(fire, "pager/" + fire.job, new Group("pager", true, 0, 60));
        }
        if (fire.sev.equals("low")) {
            join(fire, "all/" + fire.job, new Group("all", true, 10, 60));
        } else {
            join(fire, "chat/" + fire.sev, new Group("chat", false, 10, 120));
        }
        speak();
    }

    private void join(Fire fire, String key, Group fresh) {
        Group group = groups.get(key);
        if (group == null) {
            group = fresh;
            group.next = now + group.wait;
            groups.put(key, group);
        }
        group.members.add(fire);
        if (!group.spoke && fire.start + group.wait < now) {
            group.next = now;
        }
    }

    private void speak() {
        for (Map.Entry<String, Group> each : groups.entrySet()) {
            Group group = each.getValue();
            if (group.next <= now) {
                group.next = now + group.interval;
                group.spoke = true;
                speak(each.getKey(), group);
            }
        }
    }

    private void speak(String key, Group group) {
        Set<String> firing = new TreeSet<>();
        Set<String> resolved = new TreeSet<>();
        boolean unsilenced = false;
        Told before = told.get(key);
        for (Fire fire : group.members) {
            if (!isQuiet(fire)) {
                (fire.firesAt(now) ? firing : resolved).add(fire.name + fire.job + fire.sev);
                unsilenced |= fire.firesAt(now) && endedSince(fire, before == null ? -1 : before.at);
            }
        }
        if (!(firing.isEmpty() && resolved.isEmpty())
                && (unsilenced || mustBeTold(before, firing, resolved, group.sendResolved))) {
            told.put(key, new Told(now, firing, resolved));
            Set<String> shown = group.sendResolved ? resolved : Set.of();
            if (!(firing.isEmpty() && shown.isEmpty())) {
                messages.add(now + " " + group.receiver + " +" + firing + " -" + shown);
            }
        }
        group.members.removeIf(fire -> !fire.firesAt(now));
    }

    private boolean mustBeTold(@Nullable Told before, Set<String> firing, Set<String> resolved, boolean sendResolved) {
        if (before == null) {
            return !firing.isEmpty();
        }
        if (firing.isEmpty()) {
            return !before.firing.isEmpty();
        }
        return !before.firing.containsAll(firing)
                || (sendResolved && !before.resolved.containsAll(resolved))
                || before.at < now - REPEAT;
    }

    private boolean isQuiet(Fire fire) {
        for (Quiet quiet : quiets) {
            if (quiet.name.equals(fire.name) && quiet.start <= now && now < quiet.end) {
                return true;
            }
        }
        for (Fire other : fires.values()) {
            if (other.sev.equals("high")
                    && other.firesAt(now)
                    && !fire.sev.equals("high")
                    && other.job.equals(fire.job)) {
                return true;
            }
        }
        return false;
    }

    private boolean endedSince(Fire fire, long told) {
        for (Quiet quiet : quiets) {
            if (quiet.tells
                    && quiet.name.equals(fire.name)
                    && quiet.end <= now
                    && quiet.end > told
                    && quiet.end > fire.start) {
                return true;
            }
        }
        return false;
    }
}
