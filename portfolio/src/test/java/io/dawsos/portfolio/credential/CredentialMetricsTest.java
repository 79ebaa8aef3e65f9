package io.dawsos.portfolio.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.telemetry.metrics.Metrics;
import io.dawsos.telemetry.metrics.MetricsPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CredentialMetricsTest {

    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    @TempDir
    Path folder;

    private static List<String> series(Map<String, String> environment) {
        Metrics metrics = Metrics.create(true);
        var _ = new CredentialMetrics(Expiries.from(ZURICH, environment::get), metrics);
        return series(metrics);
    }

    private static List<String> series(Metrics metrics) {
        return new String(new MetricsPage(metrics).answer(null).body(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("dawsos_credential_expiry_timestamp_seconds{"))
                .map(line -> line.substring(line.indexOf('{')))
                .toList();
    }

    @Test
    void nothingIsSet_noSeries_forNoneMustLookExpired() {
        assertThat(series(Map.of("DAWSOS_FMP_KEY", "secret", "DAWSOS_FMP_KEY_EXPIRES", " ")))
                .isEmpty();
    }

    @Test
    void dayIsSet_itsBeginningInTheZoneCounts_andAMomentAsItIs() {
        assertThat(series(
                        Map.of("DAWSOS_FMP_KEY_EXPIRES", "2027-01-31", "DAWSOS_SMTP_EXPIRES", "2027-01-31T12:00:00Z")))
                .containsExactlyInAnyOrder(
                        "{credential=\"fmp_key\"} %s".formatted((double)
                                Instant.parse("2027-01-30T23:00:00Z").getEpochSecond()),
                        "{credential=\"smtp_password\"} %s".formatted((double)
                                Instant.parse("2027-01-31T12:00:00Z").getEpochSecond()));
    }

    @ParameterizedTest
    @CsvSource({"soon", "2027-02-30", "2027-1-31", "2027-01-31T12:00:00"})
    void whatIsNoDate_isRefusedByName(String value) {
        assertThatThrownBy(() -> series(Map.of("DAWSOS_FRED_KEY_EXPIRES", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("DAWSOS_FRED_KEY_EXPIRES: wanted a day such as 2027-01-31 or a moment")
                .hasMessageEndingWith("got \"" + value + "\"");
    }

    @Test
    void certificate_renewedAndLost_itsEndIsReadAgainAndKept() throws Exception {
        Path file = folder.resolve("chain.pem");
        certificate(file, 30);
        Metrics metrics = Metrics.create(true);
        var _ = new CredentialMetrics(
                Expiries.from(ZURICH, Map.of("DAWSOS_TLS_CERTIFICATE", file.toString())::get), metrics);
        double first = value(metrics);
        assertThat(first).isCloseTo(daysAhead(30), Offset.offset(300.0));

        certificate(file, 90);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        double renewed = value(metrics);
        assertThat(renewed).isCloseTo(daysAhead(90), Offset.offset(300.0));

        Files.delete(file);
        assertThat(value(metrics)).isEqualTo(renewed);
    }

    @Test
    void certificate_chain_theFirstToExpireCounts() throws Exception {
        Path longer = folder.resolve("longer.pem");
        Path shorter = folder.resolve("shorter.pem");
        certificate(longer, 90);
        certificate(shorter, 10);
        Path chain =
                Files.writeString(folder.resolve("chain.pem"), Files.readString(longer) + Files.readString(shorter));

        assertThat(new CertificateFile(chain).at().getEpochSecond())
                .isEqualTo(new CertificateFile(shorter).at().getEpochSecond());
    }

    @Test
    void certificate_thatIsNone_isRefusedByNameAndFile() throws Exception {
        Path file = Files.writeString(folder.resolve("key.pem"), "no certificate\n");

        assertThatThrownBy(() -> series(Map.of("DAWSOS_TLS_CERTIFICATE", file.toString())))
                .hasMessageStartingWith(
                        "DAWSOS_TLS_CERTIFICATE: wanted a file with certificates in PEM, got \"" + file);
        assertThatThrownBy(() -> series(
                        Map.of("DAWSOS_TLS_CERTIFICATE", folder.resolve("none").toString())))
                .hasMessageStartingWith("DAWSOS_TLS_CERTIFICATE: ");
    }

    private static double value(Metrics metrics) {
        String line = series(metrics).getFirst();
        assertThat(line).startsWith("{credential=\"tls_certificate\"} ");
        return Double.parseDouble(line.substring(line.lastIndexOf(' ')));
    }

    private static double daysAhead(int days) {
        return (double) Instant.now().plusSeconds(days * 86_400L).getEpochSecond();
    }

    /** By the JDK's own keytool. */
    private void certificate(Path file, int days) throws IOException, InterruptedException {
        Path store = folder.resolve("%s-%d.p12".formatted(file.getFileName(), days));
        keytool("-genkeypair", store, "-dname", "CN=test", "-validity", Integer.toString(days), "-keyalg", "EC");
        Files.deleteIfExists(file);
        keytool("-exportcert", store, "-rfc", "-file", file.toString());
    }

    private static void keytool(String command, Path store, String... more) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), command));
        line.addAll(List.of("-keystore", store.toString(), "-storepass", "changeit", "-alias", "test"));
        line.addAll(List.of(more));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
