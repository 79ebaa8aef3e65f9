package io.dawsos.observatory.config;

import org.jspecify.annotations.Nullable;

/** Certificates and keys as PEM, as they were read. */
record TlsMaterial(
        @Nullable String authorities,
        @Nullable String certificate,
        @Nullable Secret key) {
    @Override
    public String toString() {
        return "TlsMaterial[<secret>]";
    }
}
