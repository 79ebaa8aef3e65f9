package io.dawsos.observatory.promql.ast;

/** What an expression evaluates to. */
public enum ValueType {
    SCALAR("scalar"),
    STRING("string"),
    INSTANT_VECTOR("instant vector"),
    RANGE_VECTOR("range vector");

    private final String text;

    ValueType(String text) {
        this.text = text;
    }

    /** As messages call it. */
    public String text() {
        return text;
    }
}
