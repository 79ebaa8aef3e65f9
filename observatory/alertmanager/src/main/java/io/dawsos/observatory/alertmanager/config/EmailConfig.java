package io.dawsos.observatory.alertmanager.config;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Mail. Addresses, the headers' values and both bodies are templates.
 *
 * @param to one address or several, by commas
 * @param headers by their names as {@code Reply-To}
 * @param html empty for no HTML body
 * @param text empty for no text body
 * @param threading whether the mails about one group make one thread
 */
public record EmailConfig(
        boolean sendResolved,
        String to,
        SmtpConfig smtp,
        Map<String, String> headers,
        String html,
        String text,
        Threading threading)
        implements IntegrationConfig {

    /** How mails about one group are joined. */
    public enum Threading {
        NONE,
        /** All of them in one thread. */
        GROUP,
        /** Those of one day in one thread. */
        DAY
    }

    static EmailConfig read(Section section, GlobalConfig global) {
        String to = section.need("to");
        SmtpConfig smtp = SmtpConfig.read(section, "", global.smtp());
        if (smtp.smarthost() == null) {
            throw section.problem("smarthost is missing; write smarthost here, or global.smtp_smarthost");
        }
        if (smtp.from().isEmpty()) {
            throw section.problem("from is missing; write from here, or global.smtp_from");
        }
        Map<String, String> headers = headers(section);
        Threading threading = section.has("threading") ? threading(section) : Threading.NONE;
        if (threading != Threading.NONE && (headers.containsKey("References") || headers.containsKey("In-Reply-To"))) {
            throw section.problem("threading sets the headers References and In-Reply-To; take them out of headers");
        }
        return new EmailConfig(
                section.flag("send_resolved", false),
                to,
                smtp,
                headers,
                section.text("html", "{{ template \"email.default.html\" . }}"),
                section.text("text"),
                threading);
    }

    private static Map<String, String> headers(Section section) {
        Map<String, String> headers = new TreeMap<>();
        section.textMap("headers").forEach((name, value) -> {
            if (headers.put(canonical(name), value) != null) {
                throw section.problem("headers has " + canonical(name) + " twice; names of headers know no upper case");
            }
        });
        return headers;
    }

    /** A header's name with upper case after each hyphen only. */
    private static String canonical(String name) {
        StringBuilder canonical = new StringBuilder(name.toLowerCase(Locale.ROOT));
        for (int i = 0; i < canonical.length(); i++) {
            if (i == 0 || canonical.charAt(i - 1) == '-') {
                canonical.setCharAt(i, Character.toUpperCase(canonical.charAt(i)));
            }
        }
        return canonical.toString();
    }

    private static Threading threading(Section section) {
        Threading threading = section.one("threading", of -> {
            String byDate = of.text("thread_by_date", "none");
            if (!of.flag("enabled", false)) {
                return Threading.NONE;
            }
            return switch (byDate) {
                case "none" -> Threading.GROUP;
                case "daily" -> Threading.DAY;
                default -> throw of.problem("thread_by_date is none or daily, got \"" + byDate + "\"");
            };
        });
        return threading == null ? Threading.NONE : threading;
    }

    @Override
    public String type() {
        return "email";
    }
}
