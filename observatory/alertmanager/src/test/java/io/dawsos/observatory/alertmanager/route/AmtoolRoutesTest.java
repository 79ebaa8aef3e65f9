package io.dawsos.observatory.alertmanager.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.alertmanager.Amtool;
import io.dawsos.observatory.alertmanager.config.AlertmanagerConfig;
import io.dawsos.observatory.model.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated route trees and alerts: the same tree, the same path through it and the same receivers as the real amtool. */
class AmtoolRoutesTest {
    private static final List<String> RECEIVERS = List.of("all", "pager", "chat", "mail");
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final List<String> VALUES = List.of("", "x", "y", "x y", "z");
    private static final int TREES = 40;
    private static final int ALERTS = 4;

    @TempDir
    private Path folder;

    private final Random random = new Random(20241124);

    @Test
    void routes_generatedTrees_agreeWithAmtool() throws Exception {
        Amtool.need();
        for (int i = 0; i < TREES; i++) {
            String text = "route:\n  receiver: all\n" + routes(2, 0)
                    + "receivers: [{name: all}, {name: pager}, {name: chat}," + " {name: mail}]\n";
            Path file = Files.writeString(folder.resolve("tree" + i + ".yml"), text);
            RouteDryRun dryRun = new RouteDryRun(AlertmanagerConfig.read(file));
            assertThat(withoutGrouping(RouteTree.all(dryRun.root()))).as(text).isEqualTo(tree(amtool(file, "show")));
            for (int alert = 0; alert < ALERTS; alert++) {
                compare(file, dryRun, labels());
            }
        }
    }

    private static void compare(Path file, RouteDryRun dryRun, Labels labels) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("test", "--tree"));
        labels.forEach((name, value) -> arguments.add(name + "=\"" + value + "\""));
        String theirs = amtool(file, arguments.toArray(String[]::new));

        String as = Files.readString(file) + labels;
        assertThat(withoutGrouping(RouteTree.matching(dryRun.root(), labels)))
                .as(as)
                .isEqualTo(tree(theirs));
        assertThat(dryRun.receivers(labels))
                .as(as)
                .isEqualTo(theirs.strip().lines().toList().getLast());
    }

    private static String amtool(Path file, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("config", "routes"));
        all.addAll(List.of(arguments));
        all.add("--config.file=" + file);
        Amtool.Result result = Amtool.run(all.toArray(String[]::new));
        assertThat(result.code()).as(result.output()).isZero();
        return result.output();
    }

    private static String tree(String output) {
        String tree = output.substring(output.indexOf("\n.\n") + 1);
        int end = tree.indexOf("\n\n");
        return end < 0 ? tree : tree.substring(0, end + 1);
    }

    /** The older amtool does not print how routes group. */
    private static String withoutGrouping(String tree) {
        return tree.replaceAll("  grouping: \\[.*\\]", "");
    }

    private Labels labels() {
        List<String> labels = new ArrayList<>();
        for (String name : NAMES) {
            String value = pick(VALUES);
            if (!value.isEmpty()) {
                labels.add(name);
                labels.add(value);
            }
        }
        return Labels.of(labels.toArray(String[]::new));
    }

    private String routes(int indent, int depth) {
        int count = depth > 3 ? 0 : random.nextInt(4);
        if (count == 0) {
            return "";
        }
        StringBuilder text = new StringBuilder(" ".repeat(indent)).append("routes:\n");
        for (int i = 0; i < count; i++) {
            text.append(" ".repeat(indent))
                    .append("- continue: ")
                    .append(random.nextBoolean())
                    .append('\n');
            String in = " ".repeat(indent + 2);
            if (random.nextBoolean()) {
                text.append(in).append("receiver: ").append(pick(RECEIVERS)).append('\n');
            }
            text.append(in).append(matching()).append('\n').append(routes(indent + 2, depth + 1));
        }
        return text.toString();
    }

    private String matching() {
        String name = pick(NAMES);
        return switch (random.nextInt(6)) {
            case 0 -> "match: {" + name + ": '" + pick(VALUES) + "', " + pick(NAMES) + "2: ''}";
            case 1 -> "match_re: {" + name + ": 'x|y'}";
            case 2 ->
                "matchers: ['" + pick(NAMES) + "!=\"" + pick(VALUES) + "\"', '" + name + "=" + pick(VALUES) + "']";
            case 3 -> "matchers: ['{" + name + "=~\"" + pick(VALUES) + "|z\",}']";
            case 4 -> "matchers: ['" + name + " !~ ^x$']";
            default -> "group_by: [" + name + "]";
        };
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
