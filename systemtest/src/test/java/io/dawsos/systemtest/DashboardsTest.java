package io.dawsos.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What Grafana would take without a word and show wrongly. */
class DashboardsTest {

    private static final int COLUMNS = 24;

    static List<Path> dashboards() throws IOException {
        return PromQuery.files("deploy/grafana/dashboards", ".json");
    }

    @Test
    void dashboards_all_haveAddressesOfTheirOwn() throws Exception {
        assertThat(dashboards())
                .hasSize(6)
                .extracting(file -> text(file, "uid"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panels_ofEach_haveIdsOfTheirOwnAndDoNotOverlap(Path file) throws Exception {
        List<JsonNode> panels = read(file).panels();
        assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
        assertThat(panels.stream().flatMap(panel -> cells(panel.path("gridPos"))))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panels_ofEach_useProvisionedSourcesAndHaveQueries(Path file) throws Exception {
        String sources = Files.readString(Repository.file("deploy/grafana/provisioning/datasources/datasources.yaml"));
        assertThat(read(file).panels())
                .filteredOn(panel -> !panel.path("type").asString().equals("row"))
                .isNotEmpty()
                .allSatisfy(panel -> {
                    assertThat(sources)
                            .contains("uid: "
                                    + panel.path("datasource").path("uid").asString());
                    assertThat(panel.path("targets")).isNotEmpty().allSatisfy(target -> assertThat(
                                    target.path("expr").asString())
                            .isNotBlank());
                });
    }

    private static Stream<String> cells(JsonNode grid) {
        int left = grid.path("x").asInt();
        int top = grid.path("y").asInt();
        int right = left + grid.path("w").asInt();
        assertThat(right).isLessThanOrEqualTo(COLUMNS);
        return IntStream.range(left, right)
                .boxed()
                .flatMap(x -> IntStream.range(top, top + grid.path("h").asInt()).mapToObj(y -> x + "," + y));
    }

    private static String text(Path file, String key) {
        try {
            return read(file).json().path(key).asString();
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    private static Dashboard read(Path file) throws IOException {
        return Dashboard.read(Repository.ROOT.relativize(file).toString());
    }
}
