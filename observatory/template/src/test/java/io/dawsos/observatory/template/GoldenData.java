package io.dawsos.observatory.template;

import io.dawsos.observatory.template.html.SafeText;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The data of the golden templates, the same as in {@code golden.json}, and some of Alertmanager's functions. */
final class GoldenData {
    private GoldenData() {}

    static TemplateSet set() {
        return TemplateSet.builder()
                .missingKey(MissingKey.ZERO)
                .function("toUpper", arguments -> Arguments.string(arguments, 0, "a text")
                        .toUpperCase(Locale.ROOT))
                .function("stringSlice", Collections::unmodifiableList)
                .function("join", GoldenData::join)
                .function("safeHtml", arguments -> SafeText.html(Arguments.string(arguments, 0, "a text")))
                .build();
    }

    private static String join(List<?> arguments) {
        List<?> texts = (List<?>) arguments.get(1);
        return String.join(
                arguments.get(0).toString(), texts.stream().map(String::valueOf).toList());
    }

    static Map<String, Object> data() {
        Map<String, Object> commonLabels = new TreeMap<>();
        commonLabels.put("alertname", "A");
        commonLabels.put("job", "x<y>&\"z\"");
        commonLabels.put("js", "javascript:alert(1)");
        commonLabels.put("url", "http://h/p?q=1&r=a b");
        commonLabels.put("expr", "expression(1)");
        commonLabels.put("color", "red");
        commonLabels.put("size", "12px");
        commonLabels.put("quote", "a'b\"c\\d</script>");
        commonLabels.put("empty", "");
        return Map.of(
                "Receiver",
                "team-x",
                "Status",
                "firing",
                "GroupLabels",
                Map.of("alertname", "A"),
                "CommonLabels",
                commonLabels,
                "CommonAnnotations",
                Map.of("s", "é + ü 世"),
                "ExternalURL",
                "http://am:9093");
    }
}
