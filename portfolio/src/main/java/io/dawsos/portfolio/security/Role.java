package io.dawsos.portfolio.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do. ADMIN and MANAGER see and trade every portfolio, USER its own, VIEWER reads its own. */
public enum Role {
    ADMIN(true, true),
    MANAGER(true, true),
    USER(false, true),
    VIEWER(false, false);

    private final boolean seesAll;
    private final boolean writes;

    Role(boolean seesAll, boolean writes) {
        this.seesAll = seesAll;
        this.writes = writes;
    }

    boolean seesAll() {
        return seesAll;
    }

    boolean writes() {
        return writes;
    }

    /** Empty for a role that this service does not know: another service's, in a token made for several. */
    static Optional<Role> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
