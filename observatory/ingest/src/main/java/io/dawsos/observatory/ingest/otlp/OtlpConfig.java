package io.dawsos.observatory.ingest.otlp;

import io.dawsos.observatory.config.ConfigFile;
import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How OTLP becomes series: the section {@code otlp} of the configuration.
 *
 * @param promoted attributes of a resource that each of its series gets as labels
 * @param promotesAll whether all of them are, but those ignored
 * @param ignored those that are not, when all are
 * @param keepsIdentifying whether {@code target_info} also holds what makes {@code job} and {@code instance}
 * @param customBuckets whether histograms become native ones with custom boundaries
 * @param promotesScope whether series get the name, version and attributes of their scope as labels
 * @param sanitizesUnderscore whether a label that begins with one underscore is put behind {@code key}
 * @param keepsUnderscores whether several underscores in a row stay, in labels
 */
public record OtlpConfig(
        TranslationStrategy strategy,
        Set<String> promoted,
        boolean promotesAll,
        Set<String> ignored,
        boolean keepsIdentifying,
        boolean customBuckets,
        boolean promotesScope,
        boolean sanitizesUnderscore,
        boolean keepsUnderscores) {
    public OtlpConfig {
        promoted = Set.copyOf(promoted);
        ignored = Set.copyOf(ignored);
    }

    /** What holds where nothing is written. */
    public static OtlpConfig defaults() {
        return read(null);
    }

    /** Reads the section; null is one without keys. */
    public static OtlpConfig read(@Nullable ConfigMap section) {
        ConfigMap map = section == null ? ConfigFile.parse("defaults", "").map() : section;
        OtlpConfig config = new OtlpConfig(
                strategy(map.find("translation_strategy")),
                names(map.list("promote_resource_attributes")),
                map.bool("promote_all_resource_attributes", false),
                names(map.list("ignore_resource_attributes")),
                map.bool("keep_identifying_resource_attributes", false),
                map.bool("convert_histograms_to_nhcb", false),
                map.bool("promote_scope_metadata", false),
                map.bool("label_name_underscore_sanitization", true),
                map.bool("label_name_preserve_multiple_underscores", true));
        if (config.promotesAll && !config.promoted.isEmpty()) {
            throw map.problem("promote_all_resource_attributes and promote_resource_attributes exclude each other");
        }
        if (!config.promotesAll && !config.ignored.isEmpty()) {
            throw map.problem("ignore_resource_attributes wants promote_all_resource_attributes: true");
        }
        map.end();
        return config;
    }

    private static Set<String> names(List<ConfigNode> nodes) {
        Set<String> names = new LinkedHashSet<>();
        for (ConfigNode node : nodes) {
            if (node.string().isEmpty()) {
                throw node.problem("wanted an attribute's name such as service.version");
            }
            if (!names.add(node.string())) {
                throw node.problem("the attribute \"" + node.string() + "\" comes twice");
            }
        }
        return names;
    }

    private static TranslationStrategy strategy(@Nullable ConfigNode node) {
        if (node == null) {
            return TranslationStrategy.UNDERSCORE_ESCAPING_WITH_SUFFIXES;
        }
        TranslationStrategy strategy = TranslationStrategy.of(node.string());
        if (strategy == null) {
            throw node.problem("no such strategy: \"" + node.string() + "\"; there are " + TranslationStrategy.all());
        }
        return strategy;
    }

    /** Whether a resource's attribute becomes a label of its series. */
    boolean promotes(String attribute) {
        return promotesAll ? !ignored.contains(attribute) : promoted.contains(attribute);
    }
}
