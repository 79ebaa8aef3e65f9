package io.dawsos.telemetry.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonWriterTest {

    private static final JsonMapper JACKSON = new JsonMapper();

    private final JsonWriter json = new JsonWriter(1);

    @Property
    void value_anyText_isReadBackByJackson(@ForAll("texts") String text) {
        json.reset();
        json.beginObject().key(text).value(text).endObject();
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        Map.Entry<String, JsonNode> read =
                JACKSON.readTree(json.toString()).properties().iterator().next();
        // Java's encoder writes half a surrogate pair as "?", we as U+FFFD.
        assertThat(read.getKey().replace('\ufffd', '?')).isEqualTo(whole.replace('\ufffd', '?'));
        assertThat(read.getValue().asString().replace('\ufffd', '?')).isEqualTo(whole.replace('\ufffd', '?'));
        assertThat(json.toString().chars()).noneMatch(c -> c < 0x20);
    }

    /** Every kind of character, halves of surrogate pairs too. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Character> any = Arbitraries.oneOf(
                Arbitraries.chars().range('\0', '\u0100'),
                Arbitraries.chars().range('\u0100', '\uffff'),
                Arbitraries.chars().range('\ud800', '\udfff'));
        return any.list().ofMaxSize(40).map(chars -> {
            StringBuilder text = new StringBuilder();
            chars.forEach(text::append);
            return text.toString();
        });
    }

    @Property
    void value_anyNumber_isReadBackByJackson(@ForAll double real, @ForAll long whole, @ForAll BigDecimal exact) {
        json.reset();
        json.beginArray().value(real).value(whole).any(exact).any((float) real).endArray();
        JsonNode read = JACKSON.readTree(json.toString());
        assertThat(read.get(0).asDouble()).isEqualTo(real);
        assertThat(read.get(1).asLong()).isEqualTo(whole);
        assertThat(json.toString()).contains("," + exact + ",");
    }

    @Test
    void value_halfOfASurrogatePair_isReplaced() {
        json.beginArray()
                .value("a\ud83d")
                .value("\ude00b")
                .value("\ud83d\ude00")
                .endArray();
        assertThat(json.toString()).isEqualTo("[\"a\ufffd\",\"\ufffdb\",\"\ud83d\ude00\"]");
    }

    @Test
    void value_controlCharacters_areEscaped() {
        json.value("\0\t\n\r\u001b\u007f\"\\/");
        assertThat(json.toString()).isEqualTo("\"\\u0000\\t\\n\\r\\u001b\\u007f\\\"\\\\/\"");
    }

    @Test
    void value_numbersThatJsonHasNot_areText() {
        json.beginArray()
                .value(Double.NaN)
                .value(Double.NEGATIVE_INFINITY)
                .any(Float.NaN)
                .endArray();
        assertThat(json.toString()).isEqualTo("[\"NaN\",\"-Infinity\",\"NaN\"]");
    }

    @Test
    void any_eachKind_isWrittenAsItsOwn() {
        json.beginArray();
        List.of(1, 2L, (short) 3, (byte) 4, 5.5, 6.5f, true, new BigDecimal("1E+3"), BigInteger.TEN, 'c')
                .forEach(json::any);
        json.any(null).endArray();
        assertThat(json.toString()).isEqualTo("[1,2,3,4,5.5,6.5,true,1E+3,10,\"c\",null]");
    }

    @Test
    void commas_betweenNestedValues_areWhereJsonWantsThem() {
        json.beginObject().key("a").beginArray().endArray();
        json.key("b").beginObject().key("c").value(1).endObject();
        json.key("d").value("e").endObject().newLine();
        json.beginArray().value(true).value(false).endArray();
        assertThat(json.toString()).isEqualTo("{\"a\":[],\"b\":{\"c\":1},\"d\":\"e\"}\n[true,false]");
    }
}
