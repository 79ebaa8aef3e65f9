package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.config.relabel.Relabelling;
import io.dawsos.observatory.ingest.exposition.ExpositionException;
import io.dawsos.observatory.ingest.exposition.ScrapedSample;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Makes the labels that are stored of those that a target writes, its own labels, and relabelling. */
final class SampleLabels {
    private static final String EXPORTED = "exported_";

    private final ScrapeConfig config;
    private final Labels target;

    SampleLabels(ScrapeConfig config, Labels target) {
        this.config = config;
        this.target = target;
    }

    /** The stored labels; null when relabelling drops the series. */
    @Nullable
    Labels of(ScrapedSample sample) throws ExpositionException {
        Labels merged = config.honorLabels() ? honouring(sample) : exporting(sample.labels());
        Labels labels = Relabelling.apply(config.metricRelabelling(), merged);
        if (labels == null || labels.isEmpty()) {
            return null;
        }
        if (labels.metricName().isEmpty()) {
            throw sample.problem("relabelling leaves a series without a metric's name");
        }
        checkLimits(labels, sample);
        return labels;
    }

    /** What the target writes goes before its own labels, and so does an empty value, by which Pushgateway hides one. */
    private Labels honouring(ScrapedSample sample) throws ExpositionException {
        LabelsBuilder merged = sample.labels().toBuilder();
        String text = new String(sample.bytes(), sample.seriesStart(), sample.seriesLength(), StandardCharsets.UTF_8);
        target.forEach((name, value) -> {
            if (!merged.has(name) && !text.contains("{" + name + "=\"\"") && !text.contains("," + name + "=\"\"")) {
                merged.set(name, value);
            }
        });
        return merged.build();
    }

    /** The target's own labels go first; what they displace is kept under another name. */
    private Labels exporting(Labels written) {
        LabelsBuilder merged = written.toBuilder();
        target.forEach(merged::set);
        target.forEach((name, value) -> {
            if (written.has(name)) {
                String exported = EXPORTED + name;
                while (merged.has(exported)) {
                    exported = EXPORTED + exported;
                }
                merged.set(exported, written.get(name));
            }
        });
        return merged.build();
    }

    private void checkLimits(Labels labels, ScrapedSample sample) throws ExpositionException {
        ScrapeLimits limits = config.limits();
        if (limits.labels() > 0 && labels.size() > limits.labels()) {
            throw sample.problem(
                    labels.metricName() + " has " + labels.size() + " labels; label_limit is " + limits.labels());
        }
        for (int i = 0; i < labels.size(); i++) {
            checkLength(labels.name(i), "name", limits.labelNameLength(), labels, sample);
            checkLength(labels.value(i), "value", limits.labelValueLength(), labels, sample);
        }
    }

    private static void checkLength(String text, String what, long limit, Labels labels, ScrapedSample sample)
            throws ExpositionException {
        if (limit > 0 && 3L * text.length() > limit && text.getBytes(StandardCharsets.UTF_8).length > limit) {
            throw sample.problem(labels.metricName() + " has a label's " + what + " longer than label_" + what
                    + "_length_limit, which is " + limit);
        }
    }
}
