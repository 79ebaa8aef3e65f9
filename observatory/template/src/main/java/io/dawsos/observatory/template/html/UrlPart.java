package io.dawsos.observatory.template.html;

/** How far into an address the template has written. */
enum UrlPart {
    /** Nothing yet: what comes may hold the scheme. */
    START,
    PATH,
    QUERY_OR_FRAGMENT;

    UrlPart after(String text) {
        if (this == QUERY_OR_FRAGMENT || text.indexOf('?') >= 0 || text.indexOf('#') >= 0) {
            return QUERY_OR_FRAGMENT;
        }
        return text.isBlank() ? this : PATH;
    }

    /** A value as it is safe here. */
    String escaped(Value value) {
        boolean trusted = value.kind() == SafeText.Kind.URL;
        return switch (this) {
            case START -> UrlEscape.normalized(trusted ? value.text() : UrlEscape.filtered(value.text()));
            case PATH -> UrlEscape.normalized(value.text());
            case QUERY_OR_FRAGMENT -> trusted ? UrlEscape.normalized(value.text()) : UrlEscape.component(value.text());
        };
    }
}
