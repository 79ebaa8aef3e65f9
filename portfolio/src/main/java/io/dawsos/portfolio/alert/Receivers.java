package io.dawsos.portfolio.alert;

import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a channel can be used at all: asked when an alert is made, so that its owner learns it then. */
public final class Receivers {

    private static final Pattern MAILBOX = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@[A-Za-z0-9]([A-Za-z0-9-]{0,62})(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,62})){0,8}");
    private static final int LONGEST_MAILBOX = 254;

    private final ReceiverAddresses addresses;
    private final boolean mail;

    Receivers(ReceiverAddresses addresses, boolean mail) {
        this.addresses = addresses;
        this.mail = mail;
    }

    /** @return what is wrong with it, for people, quoting nothing */
    public Optional<String> refusal(Method method, String target) {
        return switch (method) {
            case WEBHOOK -> addresses.refusal(target);
            case EMAIL -> mail(target);
            case IN_APP -> Optional.empty();
        };
    }

    private Optional<String> mail(String target) {
        if (!mail) {
            return Optional.of("e-mail is not set up here (DAWSOS_SMTP_URL)");
        }
        return target.length() <= LONGEST_MAILBOX && MAILBOX.matcher(target).matches()
                ? Optional.empty()
                : Optional.of("wanted an e-mail address");
    }
}
