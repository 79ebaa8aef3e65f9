package io.dawsos.observatory.config;

/** A configuration that cannot be used. The message is {@code file:line: key.path: text}. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String path;
    private final String text;

    /**
     * @param line from 1; 0 when the whole file is meant
     * @param path of the key, such as {@code route.routes[1].receiver}; empty for the file's root
     * @param text what was wanted, what came, and what to write
     */
    public ConfigException(String file, int line, String path, String text) {
        super(file + ":" + (line > 0 ? line + ":" : "") + " " + (path.isEmpty() ? "" : path + ": ") + text);
        this.file = file;
        this.line = line;
        this.path = path;
        this.text = text;
    }

    public String file() {
        return file;
    }

    /** From 1; 0 when the whole file is meant. */
    public int line() {
        return line;
    }

    /** Of the key; empty for the file's root. */
    public String path() {
        return path;
    }

    /** The message without the place. */
    public String text() {
        return text;
    }
}
