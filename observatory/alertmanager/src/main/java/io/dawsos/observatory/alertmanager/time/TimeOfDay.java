package io.dawsos.observatory.alertmanager.time;

import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a range of the day's minutes, from {@code start_time} until before {@code end_time}. */
final class TimeOfDay {
    private static final Pattern FORM = Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])");
    private static final int DAY = 24 * 60;

    private TimeOfDay() {}

    static IntRange range(ConfigNode node) {
        ConfigMap map = node.map();
        int start = minute(map.need("start_time"));
        int end = minute(map.need("end_time"));
        map.end();
        if (start >= end) {
            throw node.problem(
                    "start_time is before end_time; a range over midnight is written as two, the first until 24:00");
        }
        return new IntRange(start, end - 1);
    }

    private static int minute(ConfigNode node) {
        String text = node.string();
        if (text.equals("24:00")) {
            return DAY;
        }
        Matcher time = FORM.matcher(text);
        if (!time.matches()) {
            throw node.problem("wanted a time of the day like \"09:30\", up to \"24:00\"; got \"" + text + "\"");
        }
        return Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2));
    }
}
