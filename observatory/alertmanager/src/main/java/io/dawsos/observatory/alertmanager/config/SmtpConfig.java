package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.ConnectionTls;
import io.dawsos.observatory.config.SecretSource;
import org.jspecify.annotations.Nullable;

/**
 * How mail is sent: by which server, as whom.
 *
 * @param from may be a template; empty only in the global settings
 * @param hello the name that this side gives itself
 * @param smarthost null only in the global settings
 * @param authPassword for LOGIN and PLAIN
 * @param authSecret for CRAM-MD5
 * @param authIdentity for PLAIN
 * @param requireTls whether STARTTLS must be had where the connection is not already encrypted
 * @param implicitTls whether the connection begins encrypted; null for what the port says, which is so for 465
 */
public record SmtpConfig(
        String from,
        String hello,
        @Nullable HostPort smarthost,
        String authUsername,
        @Nullable SecretSource authPassword,
        @Nullable SecretSource authSecret,
        String authIdentity,
        boolean requireTls,
        ConnectionTls tls,
        @Nullable Boolean implicitTls) {

    /** The global settings of a file that has none. */
    static SmtpConfig defaults() {
        return new SmtpConfig("", "localhost", null, "", null, null, "", true, ConnectionTls.defaults(), null);
    }

    /** What a section says, with a prefix before its keys, and for the rest what the settings of all say. */
    static SmtpConfig read(Section section, String prefix, SmtpConfig otherwise) {
        HostPort smarthost = HostPort.read(section.find(prefix + "smarthost"));
        return new SmtpConfig(
                nonEmpty(section.text(prefix + "from"), otherwise.from),
                section.text(prefix + "hello", otherwise.hello),
                smarthost == null ? otherwise.smarthost : smarthost,
                nonEmpty(section.text(prefix + "auth_username"), otherwise.authUsername),
                secret(section, prefix + "auth_password", otherwise.authPassword),
                secret(section, prefix + "auth_secret", otherwise.authSecret),
                nonEmpty(section.text(prefix + "auth_identity"), otherwise.authIdentity),
                section.flag(prefix + "require_tls", otherwise.requireTls),
                section.tls(prefix + "tls_config", otherwise.tls),
                section.has(prefix + "force_implicit_tls")
                        ? section.flag(prefix + "force_implicit_tls")
                        : otherwise.implicitTls);
    }

    private static String nonEmpty(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    private static @Nullable SecretSource secret(Section section, String key, @Nullable SecretSource otherwise) {
        SecretSource own = section.secret(key);
        return own == null ? otherwise : own;
    }
}
