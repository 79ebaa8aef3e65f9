package io.dawsos.observatory.promql.parse;

/** What a token is; the text is as messages show it, or as it is written where it is always the same. */
enum TokenType {
    END("end of the query"),
    /** A word without colon; the parser knows which are keywords, and where. */
    WORD("word"),
    /** A word with a colon, which can only name a metric. */
    METRIC("metric"),
    NUMBER("number"),
    DURATION("duration"),
    STRING("string"),
    LEFT_PAREN("("),
    RIGHT_PAREN(")"),
    LEFT_BRACE("{"),
    RIGHT_BRACE("}"),
    LEFT_BRACKET("["),
    RIGHT_BRACKET("]"),
    COMMA(","),
    COLON(":"),
    AT("@"),
    ASSIGN("="),
    REGEX("=~"),
    NOT_REGEX("!~"),
    EQL("=="),
    NEQ("!="),
    LTE("<="),
    LSS("<"),
    GTE(">="),
    GTR(">"),
    TRIM_UPPER("</"),
    TRIM_LOWER(">/"),
    ADD("+"),
    SUB("-"),
    MUL("*"),
    DIV("/"),
    MOD("%"),
    POW("^");

    private final String text;

    TokenType(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
