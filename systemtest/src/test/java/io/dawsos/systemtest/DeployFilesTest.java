package io.dawsos.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class DeployFilesTest {

    private static final Path DEPLOY = Repository.file("deploy");

    static List<Path> yamlFiles() throws IOException {
        try (Stream<Path> files = Files.walk(DEPLOY)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("yamlFiles")
    void yaml_eachFile_isMappingsWithoutRepeatedKeys(Path file) throws IOException {
        assertThat(documents(file)).isNotEmpty().allMatch(JsonNode::isObject);
    }

    @Test
    void kubernetes_itsPrometheusConfiguration_isTakenByPromtool() throws IOException, InterruptedException {
        Program promtool = Program.run(
                DEPLOY, Map.of(), "promtool", "check", "config", "--syntax-only", "kubernetes/prometheus.yml");
        assertThat(promtool.output()).contains("SUCCESS").doesNotContain("FAILED");
    }

    @Test
    void kubernetes_whatItIsMadeOf_isThereAndEveryRuleFileIsAmongIt() throws IOException {
        JsonNode made = yaml(DEPLOY.resolve("kubernetes/kustomization.yaml"));
        Path folder = DEPLOY.resolve("kubernetes");
        List<Path> files = new ArrayList<>();
        made.path("resources").forEach(resource -> files.add(folder.resolve(resource.asString())));
        made.path("configMapGenerator")
                .forEach(map -> map.path("files").forEach(file -> files.add(folder.resolve(file.asString()))));
        assertThat(files).allSatisfy(file -> assertThat(file).exists());
        assertThat(files.stream().map(Path::normalize)).containsAll(PromQuery.files("deploy/prometheus/rules", ".yml"));
    }

    /** A pod whose volume or configuration is named wrongly does not start. */
    @Test
    void kubernetes_everyVolumeMounted_isDeclared() throws IOException {
        for (String file : List.of("portfolio.yaml", "prometheus.yaml", "alertmanager.yaml")) {
            for (JsonNode document : documents(DEPLOY.resolve("kubernetes").resolve(file))) {
                JsonNode pod = document.path("spec").path("template").path("spec");
                List<String> volumes = new ArrayList<>();
                pod.path("volumes")
                        .forEach(volume -> volumes.add(volume.path("name").asString()));
                document.path("spec")
                        .path("volumeClaimTemplates")
                        .forEach(claim ->
                                volumes.add(claim.path("metadata").path("name").asString()));
                pod.path("containers").forEach(container -> assertThat(container.path("volumeMounts"))
                        .as(file)
                        .isNotEmpty()
                        .allSatisfy(mount ->
                                assertThat(volumes).contains(mount.path("name").asString())));
            }
        }
    }

    @Test
    void prometheus_itsConfiguration_isTakenByPromtool() throws IOException, InterruptedException {
        Program promtool = Program.run(DEPLOY, Map.of(), "promtool", "check", "config", "prometheus/prometheus.yml");
        assertThat(promtool.output()).contains("SUCCESS").doesNotContain("FAILED");
    }

    @Test
    void alertmanager_itsConfiguration_isTakenByAmtool() throws IOException, InterruptedException {
        Program amtool = Program.run(DEPLOY, Map.of(), "amtool", "check-config", "alertmanager/alertmanager.yml");
        assertThat(amtool.output()).contains("SUCCESS").doesNotContain("FAILED");
    }

    @Test
    void compose_everyImage_isPinnedAndEveryMountedFileIsThere() {
        JsonNode services = yaml(DEPLOY.resolve("compose.yaml")).path("services");
        assertThat(services).hasSize(5).allSatisfy(service -> {
            assertThat(service.path("image").asString()).matches("[\\w/-]+:v?\\d+\\.\\d+\\.\\d+");
            assertThat(service.path("volumes")).isNotEmpty().allSatisfy(DeployFilesTest::assertMounted);
        });
    }

    @Test
    void dashboard_panels_haveIdsOfTheirOwnDoNotOverlapAndUseProvisionedSources() throws IOException {
        Dashboard dashboard = Dashboard.read("deploy/grafana/dashboards/slo-overview.json");
        assertThat(dashboard.json().path("title").asString()).isEqualTo("DawsOS SLO Overview");
        assertThat(dashboard.panels())
                .extracting(panel -> panel.path("id").asInt())
                .doesNotHaveDuplicates();
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

    private static void assertMounted(JsonNode volume) {
        String source = volume.asString().replaceFirst(":.*", "");
        if (source.startsWith("./")) {
            assertThat(DEPLOY.resolve(source)).exists();
        }
    }

    private static List<JsonNode> documents(Path file) throws IOException {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return mapper.readerFor(JsonNode.class).<JsonNode>readValues(file).readAll();
    }

    private static JsonNode yaml(Path file) {
        return YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build()
                .readTree(file);
    }
}
