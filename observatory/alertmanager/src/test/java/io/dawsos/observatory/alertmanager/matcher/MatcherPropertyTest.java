package io.dawsos.observatory.alertmanager.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.model.Matcher;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MatcherPropertyTest {
    @Provide
    Arbitrary<List<Matcher>> matchers() {
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of("alertname", "severity", "_a1", "föö"),
                Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(6));
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.strings().withChars("ab\"\\, {}=~\n\té").ofMaxLength(8),
                Arbitraries.of("", "critical", "🙂", "a|b", ".*"));
        return Combinators.combine(Arbitraries.of(Matcher.Type.EQUAL, Matcher.Type.NOT_EQUAL), names, values)
                .as(Matcher::new)
                .list()
                .ofMaxSize(4);
    }

    @Property
    void text_readAgain_isTheSame(@ForAll("matchers") List<Matcher> matchers) {
        assertThat(MatcherParser.parseAll(MatcherText.of(matchers))).isEqualTo(matchers);
    }

    @Property
    void text_withoutBraces_isReadAsTheSame(@ForAll("matchers") List<Matcher> matchers) {
        String text = MatcherText.of(matchers);

        assertThat(MatcherParser.parseAll(text.substring(1, text.length() - 1))).isEqualTo(matchers);
    }

    @Property
    void anyText_isReadOrRefused(@ForAll String text) {
        try {
            List<Matcher> read = MatcherParser.parseAll(text);
            assertThat(MatcherParser.parseAll(MatcherText.of(read))).isEqualTo(read);
        } catch (MatcherException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }
}
