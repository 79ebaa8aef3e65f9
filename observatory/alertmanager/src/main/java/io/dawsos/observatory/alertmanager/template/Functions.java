package io.dawsos.observatory.alertmanager.template;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.dawsos.observatory.template.AnyMap;
import io.dawsos.observatory.template.Arguments;
import io.dawsos.observatory.template.TemplateException;
import io.dawsos.observatory.template.TemplateSet;
import io.dawsos.observatory.template.format.GoQuote;
import io.dawsos.observatory.template.html.SafeText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions that Alertmanager's templates have beside Go's. */
final class Functions {
    private static final int LONGEST_LIST = 10_000;

    private Functions() {}

    static TemplateSet.Builder addTo(TemplateSet.Builder set, InstantSource clock) {
        text(set, "toUpper", text -> text.toUpperCase(Locale.ROOT));
        text(set, "toLower", text -> text.toLowerCase(Locale.ROOT));
        text(set, "title", Functions::title);
        text(set, "trimSpace", String::strip);
        text(set, "urlUnescape", Functions::unescaped);
        return times(lists(patterns(set)), clock)
                .function("safeHtml", arguments -> SafeText.html(onlyText(arguments)))
                .function("safeUrl", arguments -> SafeText.url(onlyText(arguments)))
                .function("toJson", arguments -> GoJson.text(Arguments.only(arguments)));
    }

    private static void text(TemplateSet.Builder set, String name, UnaryOperator<String> change) {
        set.function(name, arguments -> change.apply(onlyText(arguments)));
    }

    private static String onlyText(List<@Nullable Object> arguments) {
        return Arguments.string(Arguments.of(arguments, 1), 0, "a text");
    }

    private static TemplateSet.Builder patterns(TemplateSet.Builder set) {
        return set.function("match", arguments -> pattern(Arguments.of(arguments, 2))
                        .matcher(Arguments.string(arguments, 1, "a text"))
                        .find())
                .function(
                        "reReplaceAll",
                        arguments -> replaced(
                                pattern(Arguments.of(arguments, 3)),
                                Arguments.string(arguments, 1, "what to put in its place"),
                                Arguments.string(arguments, 2, "a text")));
    }

    private static TemplateSet.Builder lists(TemplateSet.Builder set) {
        return set.function("stringSlice", Functions::texts)
                .function("list", Collections::unmodifiableList)
                .function("append", Functions::appended)
                .function("dict", Functions::dictionary)
                .function("join", arguments -> joined(Arguments.of(arguments, 2)));
    }

    private static TemplateSet.Builder times(TemplateSet.Builder set, InstantSource clock) {
        return set.function("date", arguments -> time(Arguments.of(arguments, 2), 1)
                        .format(Arguments.string(arguments, 0, "a layout as 15:04:05")))
                .function("tz", arguments -> time(Arguments.of(arguments, 2), 1)
                        .in(Arguments.string(arguments, 0, "a time zone as Europe/Berlin")))
                .function(
                        "since",
                        arguments -> new GoDuration(Duration.between(
                                time(Arguments.of(arguments, 1), 0).time().toInstant(), clock.instant())))
                .function("humanizeDuration", arguments -> HumanDuration.text(Arguments.only(arguments)));
    }

    private static GoTime time(List<@Nullable Object> arguments, int index) {
        if (arguments.get(index) instanceof GoTime time) {
            return time;
        }
        throw Arguments.wrong(arguments, index, "a time as .StartsAt");
    }

    /** Every word with its first letter in upper case and the others in lower case. */
    private static String title(String text) {
        StringBuilder title = new StringBuilder(text.length());
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            title.append(inWord ? Character.toLowerCase(c) : Character.toTitleCase(c));
            inWord = Character.isLetterOrDigit(c) || (inWord && (c == '\'' || c == '_' || c == '.'));
        }
        return title.toString();
    }

    private static String unescaped(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw caused("not the escaped text of an address: " + GoQuote.quoted(text), e);
        }
    }

    private static TemplateException caused(String problem, Exception cause) {
        TemplateException exception = new TemplateException(problem);
        exception.initCause(cause);
        return exception;
    }

    private static Pattern pattern(List<@Nullable Object> arguments) {
        String expression = Arguments.string(arguments, 0, "a regular expression");
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw caused("no regular expression: " + GoQuote.quoted(expression) + ": " + e.getDescription(), e);
        }
    }

    private static String replaced(Pattern pattern, String replacement, String text) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder replaced = new StringBuilder();
        int end = 0;
        while (matcher.find()) {
            replaced.append(text, end, matcher.start()).append(Replacement.expanded(replacement, pattern, matcher));
            end = matcher.end();
        }
        return replaced.append(text.substring(end)).toString();
    }

    private static List<String> texts(List<@Nullable Object> arguments) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            texts.add(Arguments.string(arguments, i, "a text"));
        }
        return texts;
    }

    private static List<@Nullable Object> appended(List<@Nullable Object> arguments) {
        if (arguments.isEmpty() || !(arguments.getFirst() instanceof List<?> list)) {
            throw new TemplateException("wants a list, and what to add to it");
        }
        if (list.size() + arguments.size() > LONGEST_LIST) {
            throw new TemplateException("a list has at most " + LONGEST_LIST + " elements");
        }
        List<@Nullable Object> longer = new ArrayList<>(list);
        longer.addAll(arguments.subList(1, arguments.size()));
        return longer;
    }

    private static AnyMap dictionary(List<@Nullable Object> arguments) {
        if (arguments.size() % 2 != 0) {
            throw new TemplateException("wants keys and values in turn, got " + arguments.size() + " arguments");
        }
        Map<String, @Nullable Object> entries = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            entries.put(Arguments.string(arguments, i, "a key"), arguments.get(i + 1));
        }
        return new AnyMap(entries);
    }

    private static String joined(List<@Nullable Object> arguments) {
        if (!(arguments.get(1) instanceof List<?> texts)) {
            throw Arguments.wrong(arguments, 1, "a list of texts");
        }
        return texts.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(Arguments.string(arguments, 0, "what to put between")));
    }
}
