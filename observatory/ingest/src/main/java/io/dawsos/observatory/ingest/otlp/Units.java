package io.dawsos.observatory.ingest.otlp;

import java.util.Map;
import java.util.regex.Pattern;

/** Units, which OTLP takes from UCUM, in words: the main one and the one after the slash. */
final class Units {
    private static final Pattern FOREIGN = Pattern.compile("[^a-zA-Z0-9]+");
    private static final Map<String, String> MAIN = Map.ofEntries(
            Map.entry("d", "days"),
            Map.entry("h", "hours"),
            Map.entry("min", "minutes"),
            Map.entry("s", "seconds"),
            Map.entry("ms", "milliseconds"),
            Map.entry("us", "microseconds"),
            Map.entry("ns", "nanoseconds"),
            Map.entry("By", "bytes"),
            Map.entry("KiBy", "kibibytes"),
            Map.entry("MiBy", "mebibytes"),
            Map.entry("GiBy", "gibibytes"),
            Map.entry("TiBy", "tibibytes"),
            Map.entry("KBy", "kilobytes"),
            Map.entry("MBy", "megabytes"),
            Map.entry("GBy", "gigabytes"),
            Map.entry("TBy", "terabytes"),
            Map.entry("m", "meters"),
            Map.entry("V", "volts"),
            Map.entry("A", "amperes"),
            Map.entry("J", "joules"),
            Map.entry("W", "watts"),
            Map.entry("g", "grams"),
            Map.entry("Cel", "celsius"),
            Map.entry("Hz", "hertz"),
            Map.entry("1", ""),
            Map.entry("%", "percent"));
    private static final Map<String, String> PER =
            Map.of("s", "second", "m", "minute", "h", "hour", "d", "day", "w", "week", "mo", "month", "y", "year");

    private Units() {}

    /** The main unit as a suffix; empty when there is none, or only a remark in braces. */
    static String main(String unit) {
        int slash = unit.indexOf('/');
        return word(slash < 0 ? unit : unit.substring(0, slash), MAIN);
    }

    /** What is after the slash as a suffix, {@code per_second}; empty when nothing is. */
    static String per(String unit) {
        int slash = unit.indexOf('/');
        String word = slash < 0 ? "" : word(unit.substring(slash + 1), PER);
        return word.isEmpty() ? "" : "per_" + word;
    }

    private static String word(String unit, Map<String, String> words) {
        String stripped = unit.strip();
        boolean remark = stripped.indexOf('{') >= 0 || stripped.indexOf('}') >= 0;
        return remark ? "" : words.getOrDefault(stripped, stripped);
    }

    /** A suffix in the old alphabet. */
    static String plain(String suffix) {
        String plain = FOREIGN.matcher(suffix).replaceAll("_");
        return plain.startsWith("_") ? plain.substring(1) : plain;
    }
}
