package io.dawsos.portfolio.beancount;

/**
 * How much of a ledger is read before it is refused.
 *
 * @param fileBytes of one file
 * @param ledgerBytes of all files
 * @param lineLength characters
 * @param includeDepth how many files lead to one
 * @param expressionDepth parentheses and signs around a number
 * @param digits of a number, also of one that was calculated
 * @param errors that are collected
 */
record Limits(
        int fileBytes,
        long ledgerBytes,
        int files,
        int directives,
        int lineLength,
        int textLength,
        int includeDepth,
        int expressionDepth,
        int digits,
        int errors) {

    static final Limits DEFAULT = new Limits(256 << 20, 1L << 30, 10_000, 5_000_000, 8_192, 65_536, 16, 64, 100, 100);

    Limits withDirectives(int most) {
        return new Limits(
                fileBytes,
                ledgerBytes,
                files,
                most,
                lineLength,
                textLength,
                includeDepth,
                expressionDepth,
                digits,
                errors);
    }
}
