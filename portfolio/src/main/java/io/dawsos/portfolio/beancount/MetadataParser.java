package io.dawsos.portfolio.beancount;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines {@code key: value} below a directive or a posting. */
final class MetadataParser {

    private static final int MOST_KEYS = 1_000;

    private final TokenReader words;
    private @Nullable Map<String, MetaValue> read;

    MetadataParser(TokenReader words) {
        this.words = words;
    }

    /** All indented lines that follow, which have to be metadata. */
    Map<String, MetaValue> lines() throws SyntaxException {
        while (words.skip(Token.INDENT)) {
            if (!words.is(Token.KEY)) {
                throw words.wanted("a key of metadata such as portfolio:");
            }
            line();
        }
        return metadata();
    }

    /** One line, from its key on. */
    void line() throws SyntaxException {
        if (read == null) {
            read = new HashMap<>();
        }
        Place at = words.place();
        String key = words.take(Token.KEY, "a key");
        MetaValue value = value();
        words.endOfLine();
        if (read.put(key, value) != null) {
            throw new SyntaxException(at, "the key \"%s\" is there already".formatted(key));
        }
        if (read.size() > MOST_KEYS) {
            throw new SyntaxException(at, "metadata has at most %d keys".formatted(MOST_KEYS));
        }
    }

    Map<String, MetaValue> metadata() {
        return read == null ? Map.of() : read;
    }

    private MetaValue value() throws SyntaxException {
        return switch (words.token()) {
            case TEXT -> new MetaValue.Text(words.text("a text"));
            case DATE -> new MetaValue.Day(words.date());
            case ACCOUNT, COMMODITY, TAG, LINK -> name();
            case NUMBER, PLUS, MINUS, OPEN_PARENTHESIS -> number();
            case END_OF_LINE, END_OF_FILE -> new MetaValue.Nothing();
            default -> throw words.wanted("a value");
        };
    }

    private MetaValue name() {
        String name = words.value();
        words.next();
        return new MetaValue.Name(name);
    }

    private MetaValue number() throws SyntaxException {
        BigDecimal number = words.number();
        return words.is(Token.COMMODITY)
                ? new MetaValue.Money(new Amount(number, words.commodity()))
                : new MetaValue.Number(number);
    }
}
