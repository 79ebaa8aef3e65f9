package io.dawsos.portfolio.beancount;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads the directives of one file, in the order in which they stand there. */
final class FileParser {

    /** What is done with what is read. */
    interface Sink {
        void directive(Directive directive) throws LedgerException;

        void option(Place at, String name, String value) throws LedgerException;

        void include(Place at, String pattern) throws LedgerException;
    }

    private final TokenReader words;
    private final Sink sink;
    private final Errors errors;

    FileParser(SourceFile file, Limits limits, Interner names, Sink sink, Errors errors) {
        this.words = new TokenReader(new Lexer(file), limits, names);
        this.sink = sink;
        this.errors = errors;
    }

    void parse() throws LedgerException {
        words.next();
        while (!words.is(Token.END_OF_FILE)) {
            try {
                line();
            } catch (SyntaxException e) {
                errors.add(e.error());
                words.skipDirective();
            }
        }
    }

    private void line() throws SyntaxException, LedgerException {
        switch (words.token()) {
            case END_OF_LINE -> words.next();
            case DATE -> sink.directive(dated());
            case INDENT -> {
                words.next();
                throw new SyntaxException(
                        words.place(), "an indented line belongs to a directive right above it, and there is none");
            }
            case WORD -> undated();
            default -> throw words.wanted("a date, option or include");
        }
    }

    private void undated() throws SyntaxException, LedgerException {
        Place at = words.place();
        if (words.isWord("option")) {
            words.next();
            String name = words.text("the option's name in quotes");
            String value = words.text("the option's value in quotes");
            words.endOfLine();
            sink.option(at, name, value);
        } else if (words.isWord("include")) {
            words.next();
            String pattern = words.text("a file name in quotes");
            words.endOfLine();
            sink.include(at, pattern);
        } else {
            throw words.wanted("a date, option or include (no other directive is read)");
        }
    }

    private Directive dated() throws SyntaxException {
        Place at = words.place();
        LocalDate date = words.date();
        if (TransactionParser.starts(words)) {
            return new TransactionParser(words, date, at).parse();
        }
        String name = words.is(Token.WORD) ? words.value() : "";
        return switch (name) {
            case "open" -> open(date, at);
            case "close" -> close(date, at);
            case "balance" -> balance(date, at);
            case "price" -> price(date, at);
            default -> throw words.wanted("*, !, txn, open, close, balance or price (no other directive is read)");
        };
    }

    private Directive open(LocalDate date, Place at) throws SyntaxException {
        words.next();
        String account = words.account();
        Set<String> commodities = new HashSet<>();
        if (words.is(Token.COMMODITY)) {
            do {
                commodities.add(words.commodity());
            } while (words.skip(Token.COMMA));
        }
        BookingMethod booking = words.is(Token.TEXT) ? bookingMethod() : null;
        words.endOfLine("commodities by commas, a booking method in quotes");
        return new Directive.Open(date, at, account, commodities, booking, metadata());
    }

    private BookingMethod bookingMethod() throws SyntaxException {
        Place at = words.place();
        String name = words.text("a booking method");
        return BookingMethod.named(name).orElseThrow(() -> new SyntaxException(at, OptionReader.wantedMethod(name)));
    }

    private Directive close(LocalDate date, Place at) throws SyntaxException {
        words.next();
        String account = words.account();
        words.endOfLine();
        return new Directive.Close(date, at, account, metadata());
    }

    private Directive balance(LocalDate date, Place at) throws SyntaxException {
        words.next();
        String account = words.account();
        BigDecimal number = words.number();
        BigDecimal tolerance = words.skip(Token.TILDE) ? words.number() : null;
        Amount amount = new Amount(number, words.commodity());
        words.endOfLine();
        return new Directive.Balance(date, at, account, amount, tolerance, metadata());
    }

    private Directive price(LocalDate date, Place at) throws SyntaxException {
        words.next();
        String commodity = words.commodity();
        Amount amount = words.amount();
        words.endOfLine();
        return new Directive.Price(date, at, commodity, amount, metadata());
    }

    private Map<String, MetaValue> metadata() throws SyntaxException {
        return new MetadataParser(words).lines();
    }
}
