package io.dawsos.portfolio.security;

import java.util.Set;

/** Who is calling. */
public record Caller(String userId, Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether this caller may know that the owner's portfolios exist. */
    public boolean sees(String owner) {
        return seesAll() || (!roles.isEmpty() && owner.equals(userId));
    }

    public boolean seesAll() {
        return roles.stream().anyMatch(Role::seesAll);
    }

    public boolean writes() {
        return roles.stream().anyMatch(Role::writes);
    }
}
