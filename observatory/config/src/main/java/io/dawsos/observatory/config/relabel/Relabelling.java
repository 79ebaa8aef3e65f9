package io.dawsos.observatory.config.relabel;

import com.google.re2j.Matcher;
import io.dawsos.observatory.model.GoString;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Applies relabelling rules, in order, as Prometheus 3 does. */
public final class Relabelling {
    private Relabelling() {}

    /** The labels that the rules leave; null when one dropped them. */
    public static @Nullable Labels apply(List<RelabelRule> rules, Labels labels) {
        if (rules.isEmpty()) {
            return labels;
        }
        LabelsBuilder builder = labels.toBuilder();
        for (RelabelRule rule : rules) {
            if (!apply(rule, builder)) {
                return null;
            }
        }
        return builder.build();
    }

    /** Whether the labels are kept. */
    private static boolean apply(RelabelRule rule, LabelsBuilder labels) {
        return switch (rule.action()) {
            case KEEP -> rule.pattern().matches(source(rule, labels));
            case DROP -> !rule.pattern().matches(source(rule, labels));
            case KEEPEQUAL -> labels.get(rule.targetLabel()).equals(source(rule, labels));
            case DROPEQUAL -> !labels.get(rule.targetLabel()).equals(source(rule, labels));
            default -> {
                change(rule, labels);
                yield true;
            }
        };
    }

    private static void change(RelabelRule rule, LabelsBuilder labels) {
        switch (rule.action()) {
            case REPLACE -> replace(rule, labels);
            case LOWERCASE ->
                labels.set(rule.targetLabel(), source(rule, labels).toLowerCase(Locale.ROOT));
            case UPPERCASE ->
                labels.set(rule.targetLabel(), source(rule, labels).toUpperCase(Locale.ROOT));
            case HASHMOD -> labels.set(rule.targetLabel(), hash(source(rule, labels), rule.modulus()));
            case LABELMAP -> map(rule, labels);
            case LABELDROP -> removeNames(rule, labels, true);
            case LABELKEEP -> removeNames(rule, labels, false);
            case KEEP, DROP, KEEPEQUAL, DROPEQUAL ->
                throw new IllegalStateException(rule.action() + " changes nothing");
        }
    }

    private static String source(RelabelRule rule, LabelsBuilder labels) {
        List<String> names = rule.sourceLabels();
        if (names.size() == 1) {
            return labels.get(names.getFirst());
        }
        StringBuilder source = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            source.append(i == 0 ? "" : rule.separator()).append(labels.get(names.get(i)));
        }
        return source.toString();
    }

    private static void replace(RelabelRule rule, LabelsBuilder labels) {
        Matcher match = rule.pattern().matcher(source(rule, labels));
        if (!match.matches()) {
            return;
        }
        String target = rule.targetExpansion().expand(match);
        if (!target.isEmpty() && GoString.isUnicode(target)) {
            labels.set(target, rule.replacementExpansion().expand(match));
        }
    }

    private static void map(RelabelRule rule, LabelsBuilder labels) {
        labels.build().forEach((name, value) -> {
            Matcher match = rule.pattern().matcher(name);
            if (match.matches()) {
                labels.set(rule.replacementExpansion().expand(match), value);
            }
        });
    }

    private static void removeNames(RelabelRule rule, LabelsBuilder labels, boolean matching) {
        labels.build().forEach((name, value) -> {
            if (rule.pattern().matches(name) == matching) {
                labels.remove(name);
            }
        });
    }

    /** The last eight bytes of the MD5, as an unsigned number, modulo. */
    private static String hash(String source, long modulus) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(source.getBytes(StandardCharsets.UTF_8));
            return Long.toUnsignedString(
                    Long.remainderUnsigned(ByteBuffer.wrap(digest).getLong(Long.BYTES), modulus));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
