package io.dawsos.observatory.promql.script;

/** A script that cannot be read; the message begins with the line. */
public final class ScriptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScriptException(int line, String message) {
        super("line " + line + ": " + message);
    }
}
