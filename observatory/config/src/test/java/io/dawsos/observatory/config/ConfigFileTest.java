package io.dawsos.observatory.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
    private static ConfigNode parse(String text) {
        return ConfigFile.parse("a.yml", text);
    }

    @Test
    void node_nested_hasLineAndPath() {
        ConfigNode node = parse("""
                # first
                route:
                  routes:
                    - receiver: a
                    - receiver: b
                """);

        ConfigNode receiver =
                node.map().need("route").map().list("routes").get(1).map().need("receiver");

        assertThat(receiver.line()).isEqualTo(5);
        assertThat(receiver.path()).isEqualTo("route.routes[1].receiver");
        assertThat(receiver.problem("no receiver named \"b\""))
                .hasMessage("a.yml:5: route.routes[1].receiver: no receiver named \"b\"");
    }

    @Test
    void parse_emptyDocument_isNull() {
        assertThat(parse("").isNull()).isTrue();
        assertThat(parse("# nothing\n").map().keys()).isEmpty();
        assertThat(parse("---\n...\n").list()).isEmpty();
    }

    @Test
    void scalars_readAsAskedFor() {
        ConfigMap map = parse("{s: 1, i: 0x10, n: 1.5, b: yes, d: 1h30m, q: \"true\", z: ~, inf: .inf, big: 1_000}")
                .map();

        assertThat(map.string("s", "")).isEqualTo("1");
        assertThat(map.integer("i", 0)).isEqualTo(16);
        assertThat(map.number("n", 0)).isEqualTo(1.5);
        assertThat(map.bool("b", false)).isTrue();
        assertThat(map.duration("d", Duration.ZERO)).isEqualTo(Duration.ofMinutes(90));
        assertThat(map.string("z", "otherwise")).isEqualTo("otherwise");
        assertThat(map.number("inf", 0)).isInfinite();
        assertThat(map.integer("big", 0)).isEqualTo(1000);
        assertThatThrownBy(() -> map.bool("q", false))
                .hasMessage("a.yml:1: q: wanted true or false, got text in quotes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: [1        | map     | wanted a map, got a list",
                "a: {b: 1}    | list    | wanted a list, got a map",
                "a: word      | list    | wanted a list, got a single value",
                "a: word      | integer | wanted a whole number, got \"word\"",
                "a: 1.5       | integer | wanted a whole number, got \"1.5\"",
                "a: [x]       | string  | wanted a string, got a list"
            })
    void wrongKind_namesWhatWasWantedAndWhatCame(String text, String kind, String message) {
        ConfigNode node =
                parse(text.startsWith("a: [1") ? "a: [1]" : text).map().need("a");

        assertThatThrownBy(() -> {
                    switch (kind) {
                        case "map" -> node.map();
                        case "list" -> node.list();
                        case "integer" -> node.integer();
                        default -> node.string();
                    }
                })
                .isInstanceOf(ConfigException.class)
                .hasMessage("a.yml:1: a: " + message);
    }

    @Test
    void parse_aliasesAndMerges_areCopiesWithTheirOwnPlace() {
        ConfigMap map = parse("""
                base: &base {x: 1, y: 2}
                other:
                  <<: *base
                  y: 3
                third: *base
                """).map();

        assertThat(map.strings("other")).containsEntry("x", "1").containsEntry("y", "3");
        assertThat(map.need("third").map().need("x").path()).isEqualTo("third.x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [",
                "a: b: c",
                "{a: 1, a: 2}",
                "a: *nowhere",
                "a: &x [*x]",
                "? [complex]\n: key",
                "a: 1\n---\nb: 2",
                "<<: word",
                "\ta: 1",
                "a: \u0007"
            })
    void parse_noYaml_isRefusedWithItsLine(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(ConfigException.class)
                .message()
                .matches("(?s)a\\.yml:\\d+: .+");
    }

    @Test
    void parse_bombOfAliases_isRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " ["
                    + String.join(",", List.of(alias, alias, alias, alias, alias, alias, alias, alias, alias, alias))
                    + "]\n");
        }

        assertThatThrownBy(() -> parse(bomb.toString())).hasMessageContaining("those of aliases included");
    }

    @Test
    void parse_deep_isRefused() {
        assertThatThrownBy(() -> parse("[".repeat(100_000))).hasMessageContaining("nested deeper than 64 levels");
        assertThat(parse("[".repeat(64) + "]".repeat(64)).isList()).isTrue();
    }

    @Test
    void parse_errorOfYaml_showsNothingOfTheFile() {
        assertThatThrownBy(() -> parse("password: hunter2\n  bad: [indent"))
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void read_missingFile_isSaid(@TempDir Path folder) {
        Path missing = folder.resolve("no.yml");

        assertThatThrownBy(() -> ConfigFile.read(missing)).hasMessage(missing + ": no such file");
    }

    @Test
    void read_notUtf8_isSaid(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("a.yml"), new byte[] {'a', ':', ' ', (byte) 0xff});

        assertThatThrownBy(() -> ConfigFile.read(file)).hasMessageContaining("wants to be UTF-8");
    }

    @Test
    void filePath_relative_isBesideTheFile() {
        ConfigNode node =
                ConfigFile.parse("/etc/x/a.yml", "f: rules/b.yml").map().need("f");

        assertThat(node.filePath()).isEqualTo(Path.of("/etc/x/rules/b.yml"));
    }

    @Test
    void fingerprint_differsWithWhatIsWrittenOnly() {
        assertThat(parse("{a: 1, b: [2]}").fingerprint())
                .isEqualTo(parse("a: 1\nb:\n- 2\n").fingerprint());
        assertThat(parse("a: 1").fingerprint()).isNotEqualTo(parse("a: \"1\"").fingerprint());
        assertThat(parse("[[a], b]").fingerprint())
                .isNotEqualTo(parse("[[a, b]]").fingerprint());
    }
}
