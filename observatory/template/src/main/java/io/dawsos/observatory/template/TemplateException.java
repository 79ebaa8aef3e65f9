package io.dawsos.observatory.template;

/**
 * A template that cannot be read or executed. Its message is {@code name:line:column: problem}; a function or an object
 * throws one without a place, which the execution adds.
 */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final int line;
    private final int column;
    private final String problem;

    /** A problem whose place is not known yet. */
    public TemplateException(String problem) {
        super(problem);
        this.name = "";
        this.line = 0;
        this.column = 0;
        this.problem = problem;
    }

    TemplateException(String problem, Place place) {
        super(place + ": " + problem);
        this.name = place.name();
        this.line = place.line();
        this.column = place.column();
        this.problem = problem;
    }

    /** The same problem at a place, or itself if it has one. */
    TemplateException at(Place place) {
        if (line > 0) {
            return this;
        }
        TemplateException placed = new TemplateException(problem, place);
        placed.initCause(this);
        return placed;
    }

    /** The same problem of a function's call at a place, or itself if it has one. */
    TemplateException in(String function, Place place) {
        if (line > 0) {
            return this;
        }
        TemplateException placed = new TemplateException(function + ": " + problem, place);
        placed.initCause(this);
        return placed;
    }

    /** The template's or file's name; empty while the place is not known. */
    public String name() {
        return name;
    }

    /** From 1; 0 while the place is not known. */
    public int line() {
        return line;
    }

    /** In characters from 1; 0 while the place is not known. */
    public int column() {
        return column;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }
}
