package io.dawsos.portfolio.provider;

/** An answer came and cannot be used. The message says where in it, what was wanted and what kind of thing came. */
final class BadAnswer extends Exception {

    private final Failure failure;

    private BadAnswer(Failure failure, String message) {
        super(message, null, false, false); // turned into a ProviderException at once
        this.failure = failure;
    }

    static BadAnswer garbage(String message) {
        return new BadAnswer(Failure.GARBAGE, message);
    }

    static BadAnswer limited(String message) {
        return new BadAnswer(Failure.HTTP_429, message);
    }

    Failure failure() {
        return failure;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
