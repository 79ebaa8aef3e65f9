package io.dawsos.observatory.tsdb.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.tsdb.block.TestBlocks;
import io.dawsos.observatory.tsdb.head.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The indexes of head and blocks against looking at every series. */
class MatchingTest {
    private static final String[] NAMES = {"__name__", "job", "path", "ключ"};
    private static final String[] VALUES = {
        "a", "ab", "abc", "api", "api-1", "api-2", "b", "web", "x.y", "x+y", "GET", "get", "a\nb", "値", "]"
    };
    private static final String[] REGEXES = {
        "",
        ".*",
        ".+",
        "a",
        "a|b",
        "a.*",
        "(a|api)-?.*",
        "api-(1|2)",
        "api-[12]",
        "(?:api|web)",
        "(?i)get",
        "x\\.y",
        "x.y",
        "ab?c?",
        "a+b*",
        "a{1,2}b",
        "^a$",
        "a|",
        "|web",
        "(a|ab)(c|)",
        "a(b|bc)",
        "[[:alpha:]]+",
        "[]x].*",
        "[^a].*",
        "\\Qx+y\\E",
        "x\\+y",
        "値|GET",
        "a.b",
        "(api|web)+.*",
        "(a(b(c|)|)|x).*",
        "[\\]]",
        "api-1|[xyz].*",
        "(api-(1|2)|web|b)",
        "a\\nb",
        "\\x61",
        "(a|b)?",
        "ap{1}i"
    };

    private static final List<Matcher.Type> TYPES = List.of(Matcher.Type.values());

    private static Labels labels(Random random) {
        LabelsBuilder builder = new LabelsBuilder();
        for (String name : NAMES) {
            if (random.nextInt(3) > 0) {
                builder.set(name, VALUES[random.nextInt(VALUES.length)]);
            }
        }
        return builder.set("n", String.valueOf(random.nextInt(20))).build();
    }

    private static Matcher matcher(Random random) {
        Matcher.Type type = TYPES.get(random.nextInt(TYPES.size()));
        boolean regex = type == Matcher.Type.REGEX || type == Matcher.Type.NOT_REGEX;
        String name = random.nextInt(10) == 0 ? "absent" : NAMES[random.nextInt(NAMES.length)];
        String value = regex
                ? REGEXES[random.nextInt(REGEXES.length)]
                : random.nextInt(5) == 0 ? "" : VALUES[random.nextInt(VALUES.length)];
        return new Matcher(type, name, value);
    }

    private static Set<Labels> bruteForce(Set<Labels> all, List<Matcher> matchers) {
        Set<Labels> found = new TreeSet<>(all);
        found.removeIf(labels -> !matchers.stream().allMatch(matcher -> matcher.matches(labels.get(matcher.name()))));
        return found;
    }

    @Property(tries = 60)
    void series_randomMatchers_asBruteForce(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Set<Labels> all = new TreeSet<>();
        Head head = new Head();
        for (int i = random.nextInt(150); i >= 0; i--) {
            Labels labels = labels(random);
            if (all.add(labels)) {
                head.add(head.create(labels), i, i, null, 0);
            }
        }
        Path folder = Files.createTempDirectory("index");
        TestBlocks.Opened block = TestBlocks.of(folder.resolve("block"), all);
        for (int i = 0; i < 40; i++) {
            List<Matcher> matchers = new ArrayList<>();
            for (int m = random.nextInt(3); m >= 0; m--) {
                matchers.add(matcher(random));
            }
            Set<Labels> expected = bruteForce(all, matchers);
            Set<Labels> inHead = new TreeSet<>();
            head.select(matchers, Long.MIN_VALUE, Long.MAX_VALUE).forEach(part -> inHead.add(part.labels()));
            assertThat(inHead).as("%s in the head", matchers).isEqualTo(expected);
            assertThat(block.select(matchers)).as("%s in a block", matchers).isEqualTo(expected);
        }
        TestBlocks.delete(folder);
    }

    @Test
    void shape_ofRegularExpressions_literalsAndBeginnings() {
        assertThat(RegexShape.of("GET|POST").alternatives()).containsExactly(exact("GET"), exact("POST"));
        assertThat(RegexShape.of("(a|b)c").alternatives()).containsExactly(exact("ac"), exact("bc"));
        assertThat(RegexShape.of("api-.*").alternatives()).containsExactly(begins("api-"));
        assertThat(RegexShape.of("x\\.y").alternatives()).containsExactly(exact("x.y"));
        assertThat(RegexShape.of("ab*").alternatives()).containsExactly(begins("a"));
        assertThat(RegexShape.of(".*").alternatives()).isEmpty();
        assertThat(RegexShape.of("(?i)a").alternatives()).isEmpty();
        assertThat(RegexShape.of("a|.*b").alternatives()).isEmpty();
    }

    private static RegexShape.Alternative exact(String text) {
        return new RegexShape.Alternative(text, true);
    }

    private static RegexShape.Alternative begins(String text) {
        return new RegexShape.Alternative(text, false);
    }
}
