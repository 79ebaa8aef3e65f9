package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.ingest.discovery.FileTargets;
import io.dawsos.observatory.ingest.discovery.TargetGroup;
import io.dawsos.observatory.ingest.scrape.TargetScrape.Settings;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.SeriesSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The targets of one job. */
final class ScrapePool {
    private static final Logger LOG = LoggerFactory.getLogger(ScrapePool.class);

    private final SeriesSink sink;
    private final ScrapeClock clock;
    private final long maxBody;
    private final Map<Target.Key, ScrapeLoop> loops = new LinkedHashMap<>();
    private ScrapeConfig config;
    private List<FileTargets> files;
    private List<DroppedTarget> dropped = List.of();
    private long droppedCount;
    private long unusable;

    ScrapePool(ScrapeConfig config, SeriesSink sink, ScrapeClock clock, long maxBody) {
        this.config = config;
        this.sink = sink;
        this.clock = clock;
        this.maxBody = maxBody;
        this.files = filesOf(config);
    }

    private static List<FileTargets> filesOf(ScrapeConfig config) {
        return config.discovery().files().stream().map(FileTargets::new).toList();
    }

    synchronized String job() {
        return config.job();
    }

    /** Starts the targets that are known at once. */
    synchronized void start() {
        files.forEach(file -> file.refresh(clock.instant()));
        sync();
    }

    /** Follows another configuration; a target that stays goes on at its pace, with what is known of its series. */
    synchronized void apply(ScrapeConfig given) {
        if (given.fingerprint().equals(config.fingerprint())) {
            return;
        }
        boolean otherFiles =
                !given.discovery().files().equals(config.discovery().files());
        config = given;
        if (otherFiles) {
            files = filesOf(given);
            files.forEach(file -> file.refresh(clock.instant()));
        }
        sync();
    }

    /** Looks whether files of targets have changed. */
    synchronized void refresh(Instant now) {
        boolean changed = false;
        for (FileTargets file : files) {
            changed |= file.refresh(now);
        }
        if (changed) {
            sync();
        }
    }

    private void sync() {
        Map<Target.Key, Target> wanted = wanted();
        long limit = config.limits().targets();
        String error = limit > 0 && wanted.size() > limit
                ? "target_limit exceeded: the job has " + wanted.size() + " targets, and may have " + limit
                : "";
        loops.entrySet().removeIf(entry -> {
            boolean gone = !wanted.containsKey(entry.getKey());
            if (gone) {
                entry.getValue().stop(true);
            }
            return gone;
        });
        wanted.forEach((key, target) -> follow(key, new Settings(config, target, error, maxBody)));
    }

    private void follow(Target.Key key, Settings settings) {
        ScrapeLoop loop = loops.get(key);
        if (loop == null) {
            loops.put(key, new ScrapeLoop(new TargetScrape(sink, settings), clock));
        } else {
            loop.scrape().apply(settings);
        }
    }

    private Map<Target.Key, Target> wanted() {
        TargetLabels labels = new TargetLabels(config);
        Map<Target.Key, Target> wanted = new LinkedHashMap<>();
        List<DroppedTarget> drops = new ArrayList<>();
        droppedCount = 0;
        unusable = 0;
        groups().flatMap(group -> group.merged().stream()).forEach(found -> {
            Labels discovered = labels.discovered(found);
            try {
                Target target = labels.target(discovered);
                if (target == null) {
                    drop(discovered, drops);
                } else {
                    wanted.putIfAbsent(target.key(), target);
                }
            } catch (TargetException e) {
                unusable++;
                LOG.warn("Job {} cannot scrape {}: {}", config.job(), discovered, e.getMessage());
            }
        });
        dropped = List.copyOf(drops);
        return wanted;
    }

    private void drop(Labels discovered, List<DroppedTarget> drops) {
        droppedCount++;
        long kept = config.limits().droppedTargets();
        if (kept == 0 || drops.size() < kept) {
            drops.add(new DroppedTarget(config.job(), discovered));
        }
    }

    private Stream<TargetGroup> groups() {
        return Stream.concat(
                config.discovery().fixed().stream(), files.stream().flatMap(file -> file.groups().stream()));
    }

    synchronized List<TargetStatus> targets() {
        return loops.values().stream().map(loop -> loop.scrape().status()).toList();
    }

    synchronized List<DroppedTarget> dropped() {
        return dropped;
    }

    synchronized ScrapePoolStatus status() {
        long failures = files.stream().mapToLong(FileTargets::failures).sum();
        return new ScrapePoolStatus(
                config.job(), loops.size(), droppedCount, config.limits().targets(), unusable, failures);
    }

    /** Stops all loops; they end on their own. */
    synchronized List<ScrapeLoop> stop(boolean endSeries) {
        List<ScrapeLoop> stopped = List.copyOf(loops.values());
        stopped.forEach(loop -> loop.stop(endSeries));
        loops.clear();
        return stopped;
    }
}
