package io.dawsos.observatory.config.relabel;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.config.ConfigFile;
import io.dawsos.observatory.model.Labels;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelabellingTest {
    private static final Labels LABELS = Labels.of("a", "foo", "b", "bar", "c", "baz", "__meta_x", "1");

    private static List<RelabelRule> rules(String yaml) {
        return RelabelRule.readAll(ConfigFile.parse("p.yml", yaml).list());
    }

    private static @Nullable Labels apply(String yaml) {
        return Relabelling.apply(rules(yaml), LABELS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{source_labels: [a], regex: 'f(.*)', target_label: d, replacement: 'ch${1}-ch${1}'} | choo-choo",
                "{source_labels: [a, b], regex: 'f(.*);(.*)r', target_label: d, replacement: 'b${1}${2}m'} | boobam",
                "{source_labels: [a, b], separator: '', regex: '(?P<x>.*)', target_label: d, replacement: $x} | foobar",
                "{source_labels: [a], regex: o, target_label: d, replacement: x} | ''",
                "{target_label: d, replacement: static} | static",
                "{source_labels: [a], target_label: d} | foo",
                "{source_labels: [a], regex: '(.)(.*)', target_label: d, replacement: $2$1x} | oo",
                "{source_labels: [a], target_label: d, replacement: '$$1'} | $1",
                "{source_labels: [a], target_label: d, replacement: '$9'} | ''",
                "{source_labels: [a], target_label: d, action: uppercase} | FOO",
                "{source_labels: [a], regex: 'f(.*)', target_label: '${1}', replacement: y} | ''",
                "{source_labels: [c], modulus: 1000, target_label: d, action: hashmod} | 976",
            })
    void replace_setsTheTarget(String rule, String expected) {
        Labels relabelled = apply("[" + rule + "]");

        assertThat(requireNonNull(relabelled).get("d")).isEqualTo(expected);
    }

    @Test
    void replace_emptyReplacement_removesTheTarget() {
        assertThat(apply("[{source_labels: [a], target_label: b, replacement: ''}]"))
                .isEqualTo(LABELS.without(List.of("b")));
    }

    @Test
    void replace_targetFromGroup_isExpanded() {
        assertThat(apply("[{source_labels: [a], regex: 'f(.*)', target_label: 'x_${1}', replacement: y}]"))
                .isEqualTo(LABELS.with("x_oo", "y"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{source_labels: [a], regex: foo, action: keep}           | true",
                "{source_labels: [a], regex: fo, action: keep}            | false",
                "{source_labels: [a], regex: foo, action: drop}           | false",
                "{source_labels: [a], regex: 'fo?', action: drop}       | true",
                "{source_labels: [a], target_label: b, action: keepequal} | false",
                "{source_labels: [a], target_label: a, action: keepequal} | true",
                "{source_labels: [a], target_label: b, action: dropequal} | true",
                "{source_labels: [a], target_label: a, action: dropequal} | false",
            })
    void dropping_keepsOrDrops(String rule, boolean kept) {
        assertThat(apply("[" + rule + "]") != null).isEqualTo(kept);
    }

    @Test
    void labelmap_copiesByName() {
        assertThat(apply("[{regex: __meta_(.+), action: labelmap}]")).isEqualTo(LABELS.with("x", "1"));
    }

    @Test
    void labeldropAndKeep_goByName() {
        assertThat(apply("[{regex: '__meta.*|b', action: labeldrop}]")).isEqualTo(Labels.of("a", "foo", "c", "baz"));
        assertThat(apply("[{regex: '[ab]', action: labelkeep}]")).isEqualTo(Labels.of("a", "foo", "b", "bar"));
    }

    @Test
    void rules_dotMatchesLineBreak() {
        assertThat(Relabelling.apply(rules("[{source_labels: [a], regex: x.y, action: keep}]"), Labels.of("a", "x\ny")))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{action: vanish}                                    | no action \"vanish\"",
                "{action: replace}                                   | replace wants a target_label",
                "{action: hashmod, target_label: a}                  | hashmod wants a modulus above 0",
                "{regex: '(', target_label: a}                       | no regular expression \"(\"",
                "{action: labeldrop, regex: a, source_labels: [b]}   | labeldrop has a use for regex only",
                "{action: keepequal, target_label: a, regex: b}      | keepequal has a use for source_labels and",
                "{action: lowercase, target_label: a, replacement: b} | lowercase has no use for it",
                "{target_lable: a}                                   | replace wants a target_label",
                "{target_label: a, sourcelabels: [b]}                | did you mean \"source_labels\"",
            })
    void read_useless_isRefused(String rule, String message) {
        assertThatThrownBy(() -> rules("[" + rule + "]")).hasMessageContaining(message);
    }

    @Property
    void hashmod_isTheLastHalfOfTheDigest(
            @ForAll @AlphaChars @StringLength(max = 30) String value, @ForAll @LongRange(min = 1) long modulus)
            throws Exception {
        Labels hashed = Relabelling.apply(
                rules("[{source_labels: [a], target_label: h, action: hashmod, modulus: " + modulus + "}]"),
                Labels.of("a", value));

        byte[] digest = MessageDigest.getInstance("MD5").digest(value.getBytes(StandardCharsets.UTF_8));
        BigInteger expected = new BigInteger(1, Arrays.copyOfRange(digest, 8, 16)).mod(BigInteger.valueOf(modulus));
        assertThat(requireNonNull(hashed).get("h")).isEqualTo(expected.toString());
    }

    @Property
    void keepAndDrop_areOpposites(@ForAll @StringLength(max = 10) String value) {
        Labels labels = Labels.of("a", value.replaceAll("\\p{Cs}", ""));

        boolean kept =
                Relabelling.apply(rules("[{source_labels: [a], regex: '[a-m].*', action: keep}]"), labels) != null;
        boolean dropped =
                Relabelling.apply(rules("[{source_labels: [a], regex: '[a-m].*', action: drop}]"), labels) == null;

        assertThat(kept).isEqualTo(dropped);
    }

    @Property
    void expansion_withoutDollar_isTheTextItself(@ForAll @StringLength(max = 20) String text) {
        String plain = text.replace("$", "");
        Labels relabelled = Relabelling.apply(
                List.of(new RelabelRule(RelabelAction.REPLACE, List.of(), ";", "t", "(.*)", 0, plain)), Labels.EMPTY);

        assertThat(requireNonNull(relabelled).get("t")).isEqualTo(plain);
    }
}
