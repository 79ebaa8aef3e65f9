package io.dawsos.observatory.alertmanager.matcher;

import io.dawsos.observatory.model.Matcher;
import java.util.List;

/**
 * Reads matchers. Two languages are in use: the classic one, whose label names are ASCII and whose values need no quotes,
 * and the UTF-8 one of Alertmanager 0.27, whose names may be anything in quotes. As Alertmanager's default mode does, a
 * text is read in both; where both take it and differ, and where only the classic one takes it, the classic reading
 * holds and there is a warning.
 */
public final class MatcherParser {
    /** The longest text that is read, in characters. */
    public static final int LONGEST = 64 * 1024;

    private MatcherParser() {}

    /**
     * Zero or more matchers, separated by commas, with braces around them or without.
     *
     * @throws MatcherException when the text is in neither language
     */
    public static List<Matcher> parseAll(String text) {
        return parse(text).matchers();
    }

    /** One matcher, without braces. */
    public static Matcher parseOne(String text) {
        if (text.startsWith("{") || text.endsWith("}")) {
            throw new MatcherException("a single matcher has no braces, got " + shown(text));
        }
        List<Matcher> matchers = parseAll(text);
        if (matchers.size() != 1) {
            throw new MatcherException(
                    "wanted one matcher like name=\"value\", got " + matchers.size() + " in " + shown(text));
        }
        return matchers.getFirst();
    }

    /** As {@link #parseAll}, with the warning. */
    public static ParsedMatchers parse(String text) {
        if (text.length() > LONGEST) {
            throw new MatcherException(
                    "matchers are at most " + LONGEST + " characters long, got " + text.length() + " characters");
        }
        List<Matcher> utf8;
        try {
            utf8 = Utf8Matchers.parse(text);
        } catch (MatcherException e) {
            return classicOnly(text, e);
        }
        return inBoth(text, utf8);
    }

    private static ParsedMatchers classicOnly(String text, MatcherException inUtf8) {
        List<Matcher> classic;
        try {
            classic = ClassicMatchers.parse(text);
        } catch (MatcherException e) {
            e.addSuppressed(inUtf8);
            throw namesAreQuoted(text) ? inUtf8 : e;
        }
        return new ParsedMatchers(
                classic,
                "matchers " + shown(text) + " are understood only in the classic language (" + inUtf8.getMessage()
                        + "); write " + MatcherText.of(classic));
    }

    private static ParsedMatchers inBoth(String text, List<Matcher> utf8) {
        List<Matcher> classic;
        try {
            classic = ClassicMatchers.parse(text);
        } catch (MatcherException onlyUtf8) {
            return new ParsedMatchers(utf8, null);
        }
        if (classic.equals(utf8)) {
            return new ParsedMatchers(utf8, null);
        }
        return new ParsedMatchers(
                classic,
                "matchers " + shown(text) + " mean " + MatcherText.of(classic)
                        + " in the classic language, which holds, and " + MatcherText.of(utf8)
                        + " in the UTF-8 language; write them so that both agree");
    }

    /** The classic language has no quoted names: then the UTF-8 language's complaint is the one that helps. */
    private static boolean namesAreQuoted(String text) {
        String start = text.strip();
        return start.startsWith("\"") || start.startsWith("{\"");
    }

    static String shown(String text) {
        return "`" + (text.length() > 200 ? text.substring(0, 200) + "…" : text) + "`";
    }
}
