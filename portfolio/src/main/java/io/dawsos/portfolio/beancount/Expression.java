package io.dawsos.portfolio.beancount;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A number, or arithmetic that makes one: {@code + - * /}, signs and parentheses, with the usual precedence. Exact, but
 * for a division that does not end, which has 28 digits as Beancount's.
 */
final class Expression {

    static final MathContext DIVISION = new MathContext(28, RoundingMode.HALF_EVEN);

    private final TokenReader words;
    private int depth;

    Expression(TokenReader words) {
        this.words = words;
    }

    BigDecimal value() throws SyntaxException {
        BigDecimal sum = product();
        while (true) {
            if (words.skip(Token.PLUS)) {
                sum = bounded(sum.add(product()));
            } else if (words.skip(Token.MINUS)) {
                sum = bounded(sum.subtract(product()));
            } else {
                return sum;
            }
        }
    }

    private BigDecimal product() throws SyntaxException {
        BigDecimal product = signed();
        while (true) {
            if (words.skip(Token.STAR)) {
                product = bounded(product.multiply(signed()));
            } else if (words.is(Token.SLASH)) {
                product = bounded(quotient(product));
            } else {
                return product;
            }
        }
    }

    private BigDecimal quotient(BigDecimal dividend) throws SyntaxException {
        Place at = words.place();
        words.next();
        BigDecimal divisor = signed();
        if (divisor.signum() == 0) {
            throw new SyntaxException(at, "division by zero");
        }
        return divide(dividend, divisor);
    }

    /** Exact where the quotient ends within 28 digits. */
    static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, DIVISION);
    }

    private BigDecimal signed() throws SyntaxException {
        if (++depth > words.limits().expressionDepth()) {
            throw new SyntaxException(
                    words.place(),
                    "signs and parentheses are nested at most %d deep"
                            .formatted(words.limits().expressionDepth()));
        }
        BigDecimal number = words.skip(Token.MINUS) ? signed().negate() : words.skip(Token.PLUS) ? signed() : primary();
        depth--;
        return number;
    }

    private BigDecimal primary() throws SyntaxException {
        if (words.skip(Token.OPEN_PARENTHESIS)) {
            BigDecimal number = value();
            words.take(Token.CLOSE_PARENTHESIS, "\")\"");
            return number;
        }
        Place at = words.place();
        String digits = words.take(Token.NUMBER, "a number");
        if (digits.length() > words.limits().digits()) {
            throw tooLong(at);
        }
        return new BigDecimal(digits.replace(",", ""));
    }

    private BigDecimal bounded(BigDecimal number) throws SyntaxException {
        if (number.precision() > words.limits().digits()
                || Math.abs(number.scale()) > words.limits().digits()) {
            throw tooLong(words.place());
        }
        return number;
    }

    private SyntaxException tooLong(Place at) {
        return new SyntaxException(
                at, "a number has at most %d digits".formatted(words.limits().digits()));
    }
}
