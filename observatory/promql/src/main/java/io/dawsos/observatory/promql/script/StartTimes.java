package io.dawsos.observatory.promql.script;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.parse.DurationText;
import io.dawsos.observatory.promql.parse.SeriesName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that says when counters began: <code>jobs_total{job="a"}@st _ -30s -1m-1mx2</code>, each relative to its sample.
 *
 * @param labels of the series; empty when the line is for all series after it that have none of their own
 * @param offsets in milliseconds; null where nothing is known
 */
record StartTimes(Labels labels, List<@Nullable Long> offsets) {
    private static final String DURATION = "[+-]?(?:[0-9]+[a-wyz]*)+";
    private static final Pattern ITEM =
            Pattern.compile("(" + DURATION + ")(?:([+-](?:[0-9]+[a-wyz]*)+)?x([0-9]+))?");
    private static final Pattern REPEATED = Pattern.compile("([_*])(?:x([0-9]+))?");

    static boolean isOne(String line) {
        return line.split("[ \\t]", 2)[0].endsWith("@st") || line.contains("}@st ") || line.contains("}@st\t");
    }

    static StartTimes parse(String line) {
        int at = line.indexOf("@st");
        SeriesName name = line.startsWith("@st") ? new SeriesName(Labels.EMPTY, 0) : SeriesName.read(line);
        if (!line.startsWith("@st", name.end())) {
            throw new IllegalArgumentException("@st stands right after the series, got \"" + line + "\"");
        }
        List<@Nullable Long> offsets = new ArrayList<>();
        for (String item : line.substring(Math.max(at, name.end()) + 3).strip().split("\\s+")) {
            item(item, offsets);
        }
        return new StartTimes(name.labels(), Collections.unmodifiableList(offsets));
    }

    private static void item(String item, List<@Nullable Long> offsets) {
        Matcher repeated = REPEATED.matcher(item);
        Matcher durations = ITEM.matcher(item);
        if (repeated.matches()) {
            boolean last = repeated.group(1).equals("*");
            int count = repeated.group(2) == null ? 1 : Integer.parseInt(repeated.group(2)) + (last ? 1 : 0);
            Long value = last ? lastOf(offsets) : null;
            for (int i = 0; i < count; i++) {
                offsets.add(value);
            }
        } else if (durations.matches()) {
            long offset = millis(durations.group(1));
            long step = durations.group(2) == null ? 0 : millis(durations.group(2));
            for (int i = durations.group(3) == null ? 0 : Integer.parseInt(durations.group(3)); i >= 0; i--) {
                offsets.add(offset);
                offset += step;
            }
        } else {
            throw new IllegalArgumentException("no start time: \"" + item + "\"; write _, -30s or -30s-1mx3");
        }
    }

    private static long lastOf(List<@Nullable Long> offsets) {
        for (int i = offsets.size() - 1; i >= 0; i--) {
            Long offset = offsets.get(i);
            if (offset != null) {
                return offset;
            }
        }
        return 0;
    }

    private static long millis(String text) {
        String unsigned = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        if (unsigned.matches("0+")) {
            return 0;
        }
        long millis = DurationText.parse(unsigned)
                .orElseThrow(() -> new IllegalArgumentException("no duration: \"" + text + "\""));
        return text.startsWith("-") ? -millis : millis;
    }
}
