package io.dawsos.observatory.server.http;

import org.jspecify.annotations.Nullable;

/** A request that gets no answer but a reason, which the client may read. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FailureType type;

    public Failure(FailureType type, @Nullable String message) {
        super(message);
        this.type = type;
    }

    /** Of a parameter, as Prometheus words it. */
    public static Failure parameter(String name, @Nullable String problem) {
        return new Failure(FailureType.BAD_DATA, "invalid parameter \"" + name + "\": " + problem);
    }

    public FailureType type() {
        return type;
    }
}
