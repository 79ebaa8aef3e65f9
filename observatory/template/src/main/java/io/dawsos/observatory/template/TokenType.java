package io.dawsos.observatory.template;

/** What a piece of a template is. Keywords are words; the parser knows them. */
enum TokenType {
    TEXT("text"),
    LEFT("{{"),
    RIGHT("}}"),
    SPACE("space"),
    WORD("a word"),
    /** A dot and a name; the token's text is the name. */
    FIELD("a field"),
    DOT("."),
    /** A dollar sign and a name, which may be empty; both are the token's text. */
    VARIABLE("a variable"),
    STRING("a string"),
    INTEGER("a number"),
    FLOAT("a number"),
    DECLARE(":="),
    ASSIGN("="),
    PIPE("|"),
    COMMA(","),
    OPEN("("),
    CLOSE(")"),
    END("the end of the template");

    private final String shown;

    TokenType(String shown) {
        this.shown = shown;
    }

    /** What messages call it. */
    String shown() {
        return shown;
    }
}
