package io.dawsos.portfolio.beancount;

/** The kinds of words that a ledger is made of, each with its name for people. */
enum Token {
    /** The end of a line that is not a comment. */
    END_OF_LINE("the end of the line"),
    /** White space before the first word of a line. */
    INDENT("an indented line"),
    DATE("a date"),
    NUMBER("a number"),
    TEXT("a text in quotes"),
    ACCOUNT("an account"),
    /** A currency or another commodity; also TRUE, FALSE and NULL. */
    COMMODITY("a commodity"),
    TAG("a tag"),
    LINK("a link"),
    /** The name before a colon. */
    KEY("a key of metadata"),
    /** In small letters: names a directive. */
    WORD("a word"),
    /** One of {@code ! & # ? %}. */
    FLAG("a flag"),
    STAR("\"*\""),
    PLUS("\"+\""),
    MINUS("\"-\""),
    SLASH("\"/\""),
    OPEN_PARENTHESIS("\"(\""),
    CLOSE_PARENTHESIS("\")\""),
    OPEN_BRACE("\"{\""),
    CLOSE_BRACE("\"}\""),
    OPEN_BRACES("\"{{\""),
    CLOSE_BRACES("\"}}\""),
    COMMA("\",\""),
    TILDE("\"~\""),
    AT("\"@\""),
    AT_AT("\"@@\""),
    /** What is no word of the language; the text says why. */
    UNKNOWN("something unknown"),
    END_OF_FILE("the end of the file");

    private final String title;

    Token(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
