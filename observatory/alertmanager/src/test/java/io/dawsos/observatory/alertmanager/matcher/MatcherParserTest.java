package io.dawsos.observatory.alertmanager.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherParserTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '%', textBlock = """
            {foo="bar"}                            | {foo="bar"}
            foo=bar                                | {foo="bar"}
            { foo = bar, dings != bums, }          | {foo="bar",dings!="bums"}
            statuscode=~"5.."                      | {statuscode=~"5.."}
            foo=                                   | {foo=""}
            foo="a,b"                              | {foo="a,b"}
            {quote="She said: \\"Hi, all!\\""}     | {quote="She said: \\"Hi, all!\\""}
            {}                                     | {}
            "a b"="c"                              | {"a b"="c"}
            föö=bar                                | {föö="bar"}
            foo="\\u00fc"                          | {foo="\\\\u00fc"}
            foo==bar                               | {foo="=bar"}
            """)
    void parseAll_theDocumentedForms_giveTheirMatchers(String text, String expected) {
        assertThat(MatcherText.of(MatcherParser.parseAll(text))).isEqualTo(expected);
    }

    @Test
    void parseAll_emptyText_givesNone() {
        assertThat(MatcherParser.parseAll("")).isEmpty();
    }

    @Test
    void parse_understoodOnlyInTheClassicLanguage_warnsWithWhatToWrite() {
        assertThat(MatcherParser.parse("foo=").warning()).contains("write {foo=\"\"}");
    }

    @Test
    void parse_theLanguagesDiffer_classicHoldsWithWarning() {
        ParsedMatchers parsed = MatcherParser.parse("foo=\"\\xf0\\x9f\\x99\\x82\"");

        assertThat(parsed.matchers()).containsExactly(new Matcher(Matcher.Type.EQUAL, "foo", "\\xf0\\x9f\\x99\\x82"));
        assertThat(parsed.warning()).contains("🙂");
    }

    @Test
    void parse_theSameInBothLanguages_doesNotWarn() {
        assertThat(MatcherParser.parse("{a=\"b\",c=~\"d.*\"}").warning()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo",
                "=bar",
                "foo=~\"(\"",
                "a=b,,c=d",
                "foo=\"b",
                "a b=c",
                "\"a\" b",
                "\"a\"=\"\\q\"",
                "{{a=b}}"
            })
    void parseAll_noMatchers_areRefusedQuoted(String text) {
        assertThatThrownBy(() -> MatcherParser.parseAll(text)).isInstanceOf(MatcherException.class);
    }

    @Test
    void parseAll_quotedNameWithoutOperator_saysColumnAndWhatIsWanted() {
        assertThatThrownBy(() -> MatcherParser.parseAll("{\"a b\"}"))
                .hasMessage("column 7: wanted one of = != =~ !~, got `}`, in `{\"a b\"}`");
    }

    @Test
    void parseAll_tooLong_isRefused() {
        assertThatThrownBy(() -> MatcherParser.parseAll("a".repeat(MatcherParser.LONGEST + 1)))
                .hasMessageContaining("at most 65536 characters");
    }

    @Test
    void parseOne_braces_areRefused() {
        assertThatThrownBy(() -> MatcherParser.parseOne("{a=b}")).hasMessageContaining("no braces");
        assertThat(MatcherParser.parseOne("a=b")).isEqualTo(new Matcher(Matcher.Type.EQUAL, "a", "b"));
    }

    @Test
    void allMatch_absentLabel_isTheEmptyValue() {
        assertThat(MatcherText.allMatch(MatcherParser.parseAll("a=\"\",b!=x"), Labels.of("c", "d")))
                .isTrue();
    }
}
