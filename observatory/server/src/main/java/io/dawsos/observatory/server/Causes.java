package io.dawsos.observatory.server;

/** Why something failed, in one line. */
final class Causes {
    private Causes() {}

    /** The messages from the outermost cause to the innermost, each once. */
    static String text(Throwable failure) {
        StringBuilder text = new StringBuilder(message(failure));
        Throwable cause = failure.getCause();
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (text.indexOf(message(cause)) < 0) {
                text.append(": ").append(message(cause));
            }
            cause = cause.getCause();
        }
        return text.toString();
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
