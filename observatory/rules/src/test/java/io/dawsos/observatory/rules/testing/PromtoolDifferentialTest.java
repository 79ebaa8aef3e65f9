package io.dawsos.observatory.rules.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dawsos.telemetry.testing.ConformanceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Our verdict on test files that pass, a word of which is changed, beside the real promtool's. */
class PromtoolDifferentialTest {
    /** Those that are evaluated in a moment. */
    private static final Set<String> QUICK =
            Set.of("credentials.yml", "errors.yml", "providers.yml", "system.yml", "valuation.yml");

    /** What is changed: values, times, names and texts. */
    private static final Pattern WORD = Pattern.compile("(?<=[ \"={])(?:[0-9.]+[smhd]?|[a-z]{2,12})(?=[\"\\s,}])");

    private static final List<Path> FILES = new ArrayList<>();
    private static Path folder = Path.of("");

    /** A change of one place in a file: which place, by its part of all, and what stands there then. */
    record Change(int file, double place, String word) {}

    @BeforeContainer
    static void files() throws IOException {
        assumeTrue(Promtool.isInstalled(), "promtool is not installed");
        folder = Files.createTempDirectory("promtool");
        Path prometheus = ConformanceFiles.repository().resolve("deploy/prometheus");
        for (String part : List.of("rules", "tests")) {
            Files.createDirectories(folder.resolve(part));
            try (Stream<Path> files = Files.list(prometheus.resolve(part))) {
                for (Path file : files.sorted().toList()) {
                    Path copy = folder.resolve(part).resolve(file.getFileName());
                    Files.copy(file, copy);
                    if (part.equals("tests") && QUICK.contains(String.valueOf(file.getFileName()))) {
                        FILES.add(copy);
                    }
                }
            }
        }
    }

    @AfterContainer
    static void remove() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    @Provide
    Arbitrary<Change> changes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.of("0", "1", "2.5", "7m", "0s", "page", "critical", "a", "_", "1e3", "up"))
                .as(Change::new);
    }

    @Property(tries = 12)
    void verdict_onAChangedFile_isPromtools(@ForAll("changes") Change change) throws Exception {
        requireSameVerdict(change);
    }

    @Property(tries = 1500)
    @Tag("long")
    void verdict_onManyChangedFiles_isPromtools(@ForAll("changes") Change change) throws Exception {
        requireSameVerdict(change);
    }

    private static void requireSameVerdict(Change change) throws Exception {
        Path original = FILES.get(change.file() % FILES.size());
        String text = changed(Files.readString(original), change);
        Path copy = Files.writeString(original.resolveSibling("changed.test"), text);
        RuleTestReport ours = new RuleTestRunner(RuleTestOptions.DEFAULT).run(copy);
        Promtool.Answer theirs = Promtool.run(folder, "test", "rules", copy.toString());
        assertThat(ours.passed(false))
                .as(() -> text + "\nours:\n"
                        + String.join("\n", new RuleTestText(false, false).lines(ours)) + "\ntheirs:\n"
                        + theirs.output())
                .isEqualTo(theirs.passed());
    }

    /** A word of a test, not of the head of the file. */
    private static String changed(String text, Change change) {
        int tests = text.indexOf("tests:");
        List<MatchResult> places = WORD.matcher(text)
                .results()
                .filter(word -> word.start() > tests)
                .toList();
        MatchResult place = places.get((int) Math.min(places.size() - 1, change.place() * places.size()));
        return text.substring(0, place.start()) + change.word() + text.substring(place.end());
    }
}
