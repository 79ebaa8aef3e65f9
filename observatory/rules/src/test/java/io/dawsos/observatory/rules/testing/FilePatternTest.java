package io.dawsos.observatory.rules.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilePatternTest {
    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        for (String name : List.of("a.yml", "b.yml", "c.yaml", "sub/a.yml", "sub/deep/a.yml", "we[i]rd.yml")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a.yml, a.yml",
        "*.yml, a.yml b.yml we[i]rd.yml",
        "?.yml, a.yml b.yml",
        "[^a].yml, b.yml",
        "[a-b].y*, a.yml b.yml",
        "./sub/../*.yaml, c.yaml",
        "*/*.yml, sub/a.yml",
        "*/*/a.yml, sub/deep/a.yml",
        "**/a.yml, sub/a.yml",
        "'we\\[i\\]rd.yml', 'we[i]rd.yml'",
        "'{a,b}.yml', ''",
        "sub, ''",
        "none*.yml, ''"
    })
    void pattern_each_matchesAsGoDoes(String pattern, String expected) throws IOException {
        List<String> found = FilePattern.files(folder, pattern).stream()
                .map(file -> folder.relativize(file).toString())
                .toList();
        assertThat(String.join(" ", found)).isEqualTo(expected);
    }

    @Test
    void pattern_absolute_isNotRelativeToTheFolder() throws IOException {
        assertThat(FilePattern.files(folder.resolve("sub"), folder + "/a.yml"))
                .containsExactly(folder.resolve("a.yml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a[b", "a\\", "[b-a].yml"})
    void pattern_malformed_isRefusedByItsText(String pattern) {
        assertThatThrownBy(() -> FilePattern.files(folder, pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no pattern of files");
    }
}
