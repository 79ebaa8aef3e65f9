package io.dawsos.portfolio.beancount;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoField;

/** Takes words one by one and says what was wanted where another comes. */
final class TokenReader {

    private static final int LAST_YEAR = 9999;

    private final Lexer lexer;
    private final Limits limits;
    private final Interner names;

    TokenReader(Lexer lexer, Limits limits, Interner names) {
        this.lexer = lexer;
        this.limits = limits;
        this.names = names;
    }

    Limits limits() {
        return limits;
    }

    Place place() {
        return lexer.place();
    }

    Token token() {
        return lexer.token();
    }

    String value() {
        return lexer.value();
    }

    boolean is(Token kind) {
        return lexer.token() == kind;
    }

    boolean isWord(String word) {
        return is(Token.WORD) && lexer.value().equals(word);
    }

    void next() {
        lexer.next();
    }

    void skipDirective() {
        lexer.skipDirective();
    }

    /** Whether the word was there; it is passed then. */
    boolean skip(Token kind) {
        boolean there = is(kind);
        if (there) {
            lexer.next();
        }
        return there;
    }

    /** Passes a word and answers its value. */
    String take(Token kind, String wanted) throws SyntaxException {
        if (!is(kind)) {
            throw wanted(wanted);
        }
        String value = value();
        lexer.next();
        return value;
    }

    String text(String wanted) throws SyntaxException {
        Place at = place();
        String text = take(Token.TEXT, wanted);
        if (text.length() > limits.textLength()) {
            throw new SyntaxException(
                    at, "a text has at most %d characters, got %d".formatted(limits.textLength(), text.length()));
        }
        return text;
    }

    /** Under one of Beancount's five roots. */
    String account() throws SyntaxException {
        Place at = place();
        String account = names.of(take(Token.ACCOUNT, "an account such as Assets:Cash"));
        if (!Accounts.hasRoot(account)) {
            throw new SyntaxException(at, "%s: an account is under %s".formatted(account, Accounts.ROOTS));
        }
        return account;
    }

    String commodity() throws SyntaxException {
        return names.of(take(Token.COMMODITY, "a commodity such as USD"));
    }

    /** In the years 1 to 9999. */
    LocalDate date() throws SyntaxException {
        Place at = place();
        String date = take(Token.DATE, "a date");
        String[] parts = date.split("[-/]", 3);
        try {
            int year = ChronoField.YEAR_OF_ERA.checkValidIntValue(Integer.parseInt(parts[0]));
            if (year <= LAST_YEAR) {
                return LocalDate.of(year, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            }
        } catch (DateTimeException | NumberFormatException e) {
            // told below, with its place
        }
        throw new SyntaxException(at, "there is no such day: %s".formatted(Words.start(date, 0)));
    }

    BigDecimal number() throws SyntaxException {
        return new Expression(this).value();
    }

    Amount amount() throws SyntaxException {
        BigDecimal number = number();
        return new Amount(number, commodity());
    }

    boolean startsNumber() {
        return switch (token()) {
            case NUMBER, PLUS, MINUS, OPEN_PARENTHESIS -> true;
            default -> false;
        };
    }

    void endOfLine() throws SyntaxException {
        endOfLine("");
    }

    /** @param orElse what might have stood here too */
    void endOfLine(String orElse) throws SyntaxException {
        if (!is(Token.END_OF_LINE) && !is(Token.END_OF_FILE)) {
            throw wanted(orElse + (orElse.isEmpty() ? "" : " or ") + "the end of the line");
        }
        lexer.next();
    }

    SyntaxException wanted(String wanted) {
        return new SyntaxException(
                place(),
                is(Token.UNKNOWN)
                        ? "%s; wanted %s".formatted(value(), wanted)
                        : "wanted %s, got %s".formatted(wanted, came()));
    }

    private String came() {
        return switch (token()) {
            case END_OF_LINE, END_OF_FILE, INDENT -> token().title();
            case TEXT -> "a text";
            default -> "%s %s".formatted(article(), Words.quoted(value()));
        };
    }

    private String article() {
        return switch (token()) {
            case DATE, NUMBER, ACCOUNT, COMMODITY, TAG, LINK, FLAG, WORD ->
                token().title().replaceFirst("^an? ", "the ");
            case KEY -> "the key";
            default -> "the sign";
        };
    }
}
