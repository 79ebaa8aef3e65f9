package io.dawsos.observatory.template.html;

import java.util.Locale;
import java.util.Set;

/** What an attribute's value is to a browser. */
enum AttributeKind {
    PLAIN,
    URL,
    SOURCE_SET,
    STYLE,
    SCRIPT,
    /** It decides what a script is, or how the page is read; data has no business there. */
    UNSAFE;

    private static final Set<String> URLS = Set.of(
            "action",
            "archive",
            "background",
            "cite",
            "classid",
            "codebase",
            "data",
            "formaction",
            "href",
            "icon",
            "longdesc",
            "manifest",
            "poster",
            "profile",
            "src",
            "usemap",
            "xmlns");
    private static final Set<String> UNSAFES = Set.of(
            "async",
            "challenge",
            "charset",
            "crossorigin",
            "defer",
            "enctype",
            "form",
            "formenctype",
            "formmethod",
            "formnovalidate",
            "http-equiv",
            "keytype",
            "language",
            "list",
            "method",
            "novalidate",
            "pattern",
            "rel",
            "sandbox",
            "scoped",
            "srcdoc",
            "type",
            "content",
            "value-type");

    /** By its name; unknown names that look like addresses or scripts are taken for these. */
    static AttributeKind of(String attribute) {
        String name = attribute.toLowerCase(Locale.ROOT);
        if (name.startsWith("data-")) {
            name = name.substring("data-".length());
        } else if (name.indexOf(':') >= 0) {
            if (name.startsWith("xmlns:")) {
                return URL;
            }
            name = name.substring(name.indexOf(':') + 1);
        }
        if (URLS.contains(name)) {
            return URL;
        }
        if (UNSAFES.contains(name)) {
            return UNSAFE;
        }
        return switch (name) {
            case "style" -> STYLE;
            case "srcset" -> SOURCE_SET;
            default -> bySound(name);
        };
    }

    private static AttributeKind bySound(String name) {
        if (name.startsWith("on")) {
            return SCRIPT;
        }
        return name.contains("src") || name.contains("uri") || name.contains("url") ? URL : PLAIN;
    }
}
