package io.dawsos.observatory.ingest.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.config.ConfigFile;
import io.dawsos.observatory.model.Labels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTargetsTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private FileTargets targets(String pattern) {
        String yaml = "{file_sd_configs: [{files: ['" + pattern + "'], refresh_interval: 1m}]}";
        DiscoveryConfig config = DiscoveryConfig.read(
                ConfigFile.parse(folder.resolve("prometheus.yml").toString(), yaml)
                        .map());
        return new FileTargets(config.files().getFirst());
    }

    private static List<String> addresses(FileTargets targets) {
        return targets.groups().stream()
                .flatMap(group -> group.merged().stream())
                .map(labels -> labels.get(TargetGroup.ADDRESS))
                .toList();
    }

    private void write(String name, String text, int age) throws Exception {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(age)));
    }

    @Test
    void refresh_jsonAndYaml_areRead() throws Exception {
        write("a.json", "[{\"targets\": [\"a:1\", \"a:2\"], \"labels\": {\"x\": \"y\"}}]", 0);
        write("b.yml", "- targets: ['b:1']\n", 0);
        FileTargets json = targets("*.json");
        FileTargets yaml = targets("b.yml");

        assertThat(json.refresh(START)).isTrue();
        assertThat(yaml.refresh(START)).isTrue();
        assertThat(addresses(json)).containsExactly("a:1", "a:2");
        assertThat(addresses(yaml)).containsExactly("b:1");
        assertThat(json.groups().getFirst().labels())
                .isEqualTo(Labels.of(
                        "x", "y", "__meta_filepath", folder.resolve("a.json").toString()));
    }

    @Test
    void refresh_fileChanges_isNoticed() throws Exception {
        write("a.yml", "- targets: ['a:1']\n", 0);
        FileTargets targets = targets("*.yml");
        targets.refresh(START);

        assertThat(targets.refresh(START.plusSeconds(1))).isFalse();
        write("a.yml", "- targets: ['a:2']\n", 5);
        assertThat(targets.refresh(START.plusSeconds(2))).isTrue();
        assertThat(addresses(targets)).containsExactly("a:2");
    }

    @Test
    void refresh_fileTurnsBad_keepsItsTargets() throws Exception {
        write("a.yml", "- targets: ['a:1']\n", 0);
        FileTargets targets = targets("*.yml");
        targets.refresh(START);
        write("a.yml", "- targets: [", 5);

        assertThat(targets.refresh(START.plusSeconds(1))).isFalse();
        assertThat(addresses(targets)).containsExactly("a:1");
        assertThat(targets.failures()).isEqualTo(1);
        targets.refresh(START.plusSeconds(2));
        assertThat(targets.failures()).as("complained of once").isEqualTo(1);
    }

    @Test
    void refresh_fileGone_losesItsTargets() throws Exception {
        write("a.yml", "- targets: ['a:1']\n", 0);
        FileTargets targets = targets("*.yml");
        targets.refresh(START);
        Files.delete(folder.resolve("a.yml"));

        assertThat(targets.refresh(START.plusSeconds(1))).isTrue();
        assertThat(addresses(targets)).isEmpty();
    }

    @Test
    void refresh_sameStamp_isReadAgainAfterTheInterval() throws Exception {
        write("a.yml", "- targets: ['a:1']\n", 0);
        FileTargets targets = targets("*.yml");
        targets.refresh(START);
        write("a.yml", "- targets: ['a:2']\n", 0);

        targets.refresh(START.plusSeconds(61));
        assertThat(addresses(targets)).containsExactly("a:2");
    }

    @Test
    void read_otherDiscovery_isRefusedByName() {
        assertThatThrownBy(() -> DiscoveryConfig.read(
                        ConfigFile.parse("p.yml", "{dns_sd_configs: []}").map()))
                .hasMessageStartingWith("p.yml:1: dns_sd_configs: not supported; write file_sd_configs");
    }

    @Test
    void read_badPatternOrAddress_isRefused() {
        assertThatThrownBy(() -> targets("a*/b.yml")).hasMessageContaining("with a * in its last part");
        assertThatThrownBy(() -> targets("a.txt")).hasMessageContaining("ends in .json, .yml or .yaml");
        assertThatThrownBy(() ->
                        DiscoveryConfig.read(ConfigFile.parse("p.yml", "{static_configs: [{targets: ['http://a:1']}]}")
                                .map()))
                .hasMessageContaining("wanted an address such as host:9100");
    }
}
