package io.dawsos.observatory.config;

/** A value that no log, error or page may show. */
public record Secret(String value) {
    @Override
    public String toString() {
        return "<secret>";
    }
}
