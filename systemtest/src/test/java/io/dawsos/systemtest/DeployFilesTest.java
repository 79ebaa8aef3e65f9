package io.dawsos.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

class DeployFilesTest {

    private static final Path DEPLOY = Repository.file("deploy");

    static List<Path> yamlFiles() throws IOException {
        try (Stream<Path> files = Files.walk(DEPLOY)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("yamlFiles")
    void yaml_eachFile_isAMappingWithoutRepeatedKeys(Path file) throws IOException {
        assertThat(yaml(file)).isNotEmpty();
    }

    @Test
    void prometheus_itsConfiguration_isTakenByPromtool() throws IOException, InterruptedException {
        Program promtool = Program.run(DEPLOY, Map.of(), "promtool", "check", "config", "prometheus/prometheus.yml");
        assertThat(promtool.output()).contains("SUCCESS").doesNotContain("FAILED");
    }

    @Test
    void alertmanager_itsConfiguration_isTakenByAmtool() throws IOException, InterruptedException {
        Program amtool =
                Program.run(DEPLOY, Map.of(), "amtool", "check-config", "alertmanager/alertmanager.yml");
        assertThat(amtool.output()).contains("SUCCESS").doesNotContain("FAILED");
    }

    @Test
    void compose_everyImage_isPinnedAndEveryMountedFileIsThere() throws IOException {
        Map<?, ?> services = (Map<?, ?>) yaml(DEPLOY.resolve("compose.yaml")).get("services");
        assertThat(services)
                .extracting(Map::size)
                .isEqualTo(5);
        for (Object each : services.values()) {
            Map<?, ?> service = (Map<?, ?>) each;
            assertThat(service.get("image")).asString().matches("[\\w/-]+:v?\\d+\\.\\d+\\.\\d+");
            for (Object volume : (List<?>) service.get("volumes")) {
                String source = volume.toString().replaceFirst(":.*", "");
                if (source.startsWith("./")) {
                    assertThat(DEPLOY.resolve(source)).exists();
                }
            }
        }
    }

    @Test
    void dashboard_panels_haveIdsOfTheirOwnDoNotOverlapAndUseProvisionedSources() throws IOException {
        Dashboard dashboard = Dashboard.read("deploy/grafana/dashboards/slo-overview.json");
        assertThat(dashboard.json().path("title").asString()).isEqualTo("DawsOS SLO Overview");
        assertThat(dashboard.panels()).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
        List<String> cells = new ArrayList<>();
        dashboard.panels().forEach(panel -> cells.addAll(cells(panel.path("gridPos"))));
        assertThat(cells).doesNotHaveDuplicates();
        String sources = Files.readString(DEPLOY.resolve("grafana/provisioning/datasources/datasources.yaml"));
        assertThat(dashboard.panels())
                .filteredOn(panel -> panel.has("targets"))
                .allMatch(panel -> sources.contains(
                        "uid: " + panel.path("datasource").path("uid").asString()));
    }

    private static List<String> cells(JsonNode grid) {
        List<String> cells = new ArrayList<>();
        for (int x = 0; x < grid.path("w").asInt(); x++) {
            for (int y = 0; y < grid.path("h").asInt(); y++) {
                assertThat(grid.path("x").asInt() + x).isLessThan(24);
                cells.add((grid.path("x").asInt() + x) + "," + (grid.path("y").asInt() + y));
            }
        }
        return cells;
    }

    private static Map<String, Object> yaml(Path file) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Yaml(options).load(reader);
        }
    }
}
