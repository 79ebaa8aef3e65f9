package io.dawsos.observatory.alertmanager.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlCutTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '§',
            value = {
                "<b>abc</b>, 3, <b>abc</b>",
                "<b>abcd</b>, 3, <b>ab…</b>",
                "<b><i>abcd</i></b>e, 3, <b><i>ab…</i></b>",
                "a&lt;bcd, 3, a&lt;…",
                "<a href='x'>a</a><b>b</b>cd, 3, <a href='x'>a</a><b>b…</b>",
                "abc, 10, abc"
            })
    void cut_longHtml_countsWhatIsSeenAndClosesTags(String html, int characters, String expected) {
        assertThat(HtmlCut.cut(html, characters)).isEqualTo(expected);
    }
}
