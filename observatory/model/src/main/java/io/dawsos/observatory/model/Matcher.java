package io.dawsos.observatory.model;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one label. A regular expression is RE2's (linear in the length of the value), matches the whole value,
 * and its dot matches a newline too, as in Prometheus 3. An absent label has the empty value.
 */
public final class Matcher {
    /** How a matcher compares. */
    public enum Type {
        EQUAL("="),
        NOT_EQUAL("!="),
        REGEX("=~"),
        NOT_REGEX("!~");

        private final String operator;

        Type(String operator) {
            this.operator = operator;
        }

        /** As PromQL writes it. */
        public String operator() {
            return operator;
        }
    }

    private final Type type;
    private final String name;
    private final String value;
    private final @Nullable Pattern pattern;

    /** @throws IllegalArgumentException when the value of a regular-expression matcher is no regular expression */
    public Matcher(Type type, String name, String value) {
        this.type = type;
        this.name = name;
        this.value = value;
        this.pattern = type == Type.REGEX || type == Type.NOT_REGEX ? compile(name, value) : null;
    }

    private static Pattern compile(String name, String regex) {
        try {
            return Pattern.compile(regex, Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "the matcher of \"" + name + "\" wants a regular expression, got \"" + regex + "\": "
                            + e.getDescription(),
                    e);
        }
    }

    public Type type() {
        return type;
    }

    public String name() {
        return name;
    }

    public String value() {
        return value;
    }

    /** Whether a value passes; the empty string stands for an absent label. */
    public boolean matches(String candidate) {
        return switch (type) {
            case EQUAL -> candidate.equals(value);
            case NOT_EQUAL -> !candidate.equals(value);
            case REGEX -> matchesPattern(candidate);
            case NOT_REGEX -> !matchesPattern(candidate);
        };
    }

    private boolean matchesPattern(String candidate) {
        return pattern != null && pattern.matches(candidate);
    }

    /** Whether a series without this label passes. */
    public boolean matchesEmpty() {
        return matches("");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Matcher matcher
                && type == matcher.type
                && name.equals(matcher.name)
                && value.equals(matcher.value);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * type.hashCode() + name.hashCode()) + value.hashCode();
    }

    /** As PromQL writes it. */
    @Override
    public String toString() {
        return LabelText.name(name) + type.operator + GoString.quoted(value);
    }
}
