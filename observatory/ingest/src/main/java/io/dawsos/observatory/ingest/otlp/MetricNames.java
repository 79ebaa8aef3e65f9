package io.dawsos.observatory.ingest.otlp;

import java.util.ArrayList;
import java.util.List;

/** What OTLP's metrics are called as series. */
final class MetricNames {
    private static final String TOTAL = "total";
    private static final String RATIO = "ratio";

    /** What of a metric's type shows in its name. */
    enum Kind {
        COUNTER,
        GAUGE,
        OTHER
    }

    private final TranslationStrategy strategy;

    MetricNames(TranslationStrategy strategy) {
        this.strategy = strategy;
    }

    /** Empty when nothing of the name is left. */
    String of(String name, String unit, Kind kind) {
        if (!strategy.escapes()) {
            return strategy.addsSuffixes() ? suffixed(name, unit, kind) : name;
        }
        List<String> words = words(name, !strategy.addsSuffixes());
        if (words.isEmpty()) {
            return "";
        }
        if (strategy.addsSuffixes()) {
            addUnits(words, Units.plain(Units.main(unit)), Units.plain(Units.per(unit)));
            addType(words, unit, kind);
        }
        String joined = String.join("_", words);
        return Character.isDigit(joined.charAt(0)) ? "_" + joined : joined;
    }

    /** The parts of a name between characters that are not in the old alphabet. */
    private static List<String> words(String name, boolean keepUnderscores) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean valid = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':';
            if (valid || (c == '_' && keepUnderscores)) {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static void addUnits(List<String> words, String main, String per) {
        boolean addMain = !main.isEmpty() && !words.contains(main);
        boolean addPer = !per.isEmpty() && !words.contains(per);
        if (addMain || addPer) {
            words.removeIf(TOTAL::equals);
        }
        if (addMain) {
            words.add(main);
        }
        if (addPer) {
            words.add(per);
        }
    }

    private static void addType(List<String> words, String unit, Kind kind) {
        if (kind == Kind.COUNTER) {
            words.removeIf(TOTAL::equals);
            words.add(TOTAL);
        } else if (kind == Kind.GAUGE && unit.equals("1")) {
            words.removeIf(RATIO::equals);
            words.add(RATIO);
        }
    }

    private static String suffixed(String name, String unit, Kind kind) {
        String type = kind == Kind.COUNTER ? TOTAL : kind == Kind.GAUGE && unit.equals("1") ? RATIO : "";
        String per = Units.per(unit);
        String main = Units.main(unit);
        String bare = without(without(name, type), per);
        String withMain = main.isEmpty() || bare.endsWith(main) ? bare : bare + "_" + main;
        String withPer = per.isEmpty() ? withMain : withMain + "_" + per;
        return type.isEmpty() ? withPer : withPer + "_" + type;
    }

    private static String without(String name, String suffix) {
        boolean ends = !suffix.isEmpty() && name.endsWith(suffix) && name.length() > suffix.length() + 1;
        return ends ? name.substring(0, name.length() - suffix.length() - 1) : name;
    }
}
