package io.dawsos.observatory.promql.script;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.eval.Steps;
import io.dawsos.observatory.promql.parse.DurationText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a script into commands. An empty line, or one with only a comment, ends a command. */
final class ScriptParser {
    private static final Pattern LOAD = Pattern.compile("load(?:_(with_nhcb))?\\s+(\\S+)");
    private static final Pattern INSTANT = Pattern.compile(
            "eval(?:_(fail|warn|ordered|info))?\\s+instant\\s+(?:at\\s+(\\S+)\\s+)?(.+)", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile(
            "eval(?:_(fail|warn|info))?\\s+range\\s+from\\s+(\\S+)\\s+to\\s+(\\S+)\\s+step\\s+(\\S+)\\s+(.+)");

    private static final StartTimes NONE = new StartTimes(Labels.EMPTY, List.of());

    private final List<String> lines;
    private int index;

    private ScriptParser(String script) {
        lines = script.lines()
                .map(String::strip)
                .map(line -> line.startsWith("#") ? "" : line)
                .toList();
    }

    /** @throws ScriptException when a line is no command or part of one */
    static List<ScriptCommand> parse(String script) {
        ScriptParser parser = new ScriptParser(script);
        List<ScriptCommand> commands = new ArrayList<>();
        for (; parser.index < parser.lines.size(); parser.index++) {
            String line = parser.lines.get(parser.index);
            if (!line.isEmpty()) {
                try {
                    commands.add(parser.command(line));
                } catch (IllegalArgumentException | PromQlException e) {
                    throw new ScriptException(parser.index + 1, String.valueOf(e.getMessage()));
                }
            }
        }
        return commands;
    }

    private ScriptCommand command(String line) {
        String word = line.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        if (word.equals("clear")) {
            return new ScriptCommand.Clear(index + 1);
        }
        if (word.startsWith("load")) {
            return load(line);
        }
        if (word.startsWith("eval")) {
            return eval(line);
        }
        throw new IllegalArgumentException("no command: \"" + line + "\"; there are load, clear and eval");
    }

    private List<String> body() {
        List<String> body = new ArrayList<>();
        while (index + 1 < lines.size() && !lines.get(index + 1).isEmpty()) {
            index++;
            body.add(lines.get(index));
        }
        return body;
    }

    private ScriptCommand load(String line) {
        int start = index + 1;
        Matcher parts = LOAD.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("write load 5m or load_with_nhcb 5m, got \"" + line + "\"");
        }
        List<ScriptCommand.LoadedSeries> series = new ArrayList<>();
        StartTimes all = NONE;
        StartTimes own = all;
        for (String definition : body()) {
            if (StartTimes.isOne(definition)) {
                own = StartTimes.parse(definition);
                all = own.labels().isEmpty() ? own : all;
                own = own.labels().isEmpty() ? NONE : own;
                continue;
            }
            SeriesText text = SeriesText.parse(definition);
            series.add(new ScriptCommand.LoadedSeries(text.labels(), text.values(), starts(text, own, all)));
            own = NONE;
        }
        return new ScriptCommand.Load(start, time(parts.group(2)), parts.group(1) != null, series);
    }

    private static List<@Nullable Long> starts(SeriesText text, StartTimes own, StartTimes all) {
        if (own.offsets().isEmpty() && all.offsets().isEmpty()) {
            return List.of();
        }
        if (own.offsets().isEmpty()) {
            List<@Nullable Long> cycled = new ArrayList<>();
            for (int i = 0; i < text.values().size(); i++) {
                cycled.add(all.offsets().get(i % all.offsets().size()));
            }
            return cycled;
        }
        if (!own.labels().equals(text.labels()) || own.offsets().size() != text.values().size()) {
            throw new IllegalArgumentException("a line with @st wants a line of the same series and length after it; "
                    + own.labels() + " has " + own.offsets().size() + ", " + text.labels() + " has "
                    + text.values().size());
        }
        return own.offsets();
    }

    private ScriptCommand eval(String line) {
        Matcher range = RANGE.matcher(line);
        if (range.matches()) {
            long from = time(range.group(2));
            long step = time(range.group(4));
            long to = time(range.group(3));
            if (to < from || step <= 0) {
                throw new IllegalArgumentException("a range goes from a time to a later one, got \"" + line + "\"");
            }
            Steps steps = new Steps(from, step, Math.toIntExact((to - from) / step) + 1);
            return new EvalParser(range.group(1), range.group(5), false, steps, index + 1).parse(body());
        }
        Matcher instant = INSTANT.matcher(line);
        if (!instant.matches()) {
            throw new IllegalArgumentException("write eval instant at 5m QUERY or eval range from 0 to 5m step 1m QUERY,"
                    + " got \"" + line + "\"");
        }
        long at = instant.group(2) == null ? 0 : time(instant.group(2));
        return new EvalParser(instant.group(1), instant.group(3), true, Steps.instant(at), index + 1).parse(body());
    }

    /** Milliseconds of a duration, which may lack a unit only when it is zero. */
    static long time(String text) {
        if (text.equals("0")) {
            return 0;
        }
        boolean negative = text.startsWith("-");
        long millis = DurationText.parse(negative ? text.substring(1) : text)
                .orElseThrow(() -> new IllegalArgumentException("no duration: \"" + text + "\"; write 30s or 5m"));
        return negative ? -millis : millis;
    }
}
