package io.dawsos.observatory.rules;

/** How a rule's last evaluation went. */
public enum RuleHealth {
    /** There was none. */
    UNKNOWN("unknown"),
    GOOD("ok"),
    BAD("err");

    private final String text;

    RuleHealth(String text) {
        this.text = text;
    }

    /** As Prometheus's API writes it. */
    public String text() {
        return text;
    }
}
