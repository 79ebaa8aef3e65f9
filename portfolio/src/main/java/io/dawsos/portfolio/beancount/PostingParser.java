package io.dawsos.portfolio.beancount;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One posting: {@code [flag] account [units [{cost}] [@ price]]}. */
final class PostingParser {

    private final TokenReader words;

    PostingParser(TokenReader words) {
        this.words = words;
    }

    /** The line of a posting, and the lines of its metadata are still to come. */
    record Line(
            Place at,
            @Nullable String flag,
            String account,
            @Nullable Amount units,
            @Nullable CostSpec cost,
            @Nullable PriceSpec price) {

        Posting with(MetadataParser metadata) {
            return new Posting(at, flag, account, units, cost, price, metadata.metadata());
        }
    }

    Line line() throws SyntaxException {
        Place at = words.place();
        String flag = flag();
        String account = words.account();
        Amount units = words.startsNumber() ? words.amount() : null;
        CostSpec cost = units == null ? null : cost();
        PriceSpec price = units == null ? null : price();
        words.endOfLine(units == null ? "units such as 10 USD" : "a cost in braces, a price after \"@\"");
        return new Line(at, flag, account, units, cost, price);
    }

    /** {@code * ! & # ? %} or a single capital letter. */
    private @Nullable String flag() {
        boolean letter = words.is(Token.COMMODITY) && words.value().length() == 1;
        if (!letter && !words.is(Token.STAR) && !words.is(Token.FLAG)) {
            return null;
        }
        String flag = words.value();
        words.next();
        return flag;
    }

    private @Nullable CostSpec cost() throws SyntaxException {
        if (words.skip(Token.OPEN_BRACE)) {
            return new CostParser(false).parse(Token.CLOSE_BRACE);
        }
        return words.skip(Token.OPEN_BRACES) ? new CostParser(true).parse(Token.CLOSE_BRACES) : null;
    }

    private @Nullable PriceSpec price() throws SyntaxException {
        boolean total = words.is(Token.AT_AT);
        if (!words.skip(Token.AT) && !words.skip(Token.AT_AT)) {
            return null;
        }
        return new PriceSpec(notNegative(), total);
    }

    private Amount notNegative() throws SyntaxException {
        Place at = words.place();
        BigDecimal number = words.number();
        if (number.signum() < 0) {
            throw new SyntaxException(at, "a cost or price is not negative, got %s".formatted(number.toPlainString()));
        }
        return new Amount(number, words.commodity());
    }

    /** An amount, a date and a label, by commas in any order, each at most once. */
    private final class CostParser {

        private final boolean total;
        private @Nullable Amount amount;
        private @Nullable LocalDate date;
        private @Nullable String label;

        CostParser(boolean total) {
            this.total = total;
        }

        CostSpec parse(Token end) throws SyntaxException {
            if (!words.is(end)) {
                part();
                while (words.skip(Token.COMMA)) {
                    part();
                }
            }
            words.take(end, "\",\" or " + end.title());
            return new CostSpec(amount, total, date, label);
        }

        private void part() throws SyntaxException {
            if (words.startsNumber() && amount == null) {
                amount = notNegative();
            } else if (words.is(Token.DATE) && date == null) {
                date = words.date();
            } else if (words.is(Token.TEXT) && label == null) {
                label = words.text("a label");
            } else {
                throw words.wanted("one cost such as 10 USD, one date or one label in quotes");
            }
        }
    }
}
