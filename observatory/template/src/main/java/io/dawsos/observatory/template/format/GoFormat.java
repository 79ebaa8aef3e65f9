package io.dawsos.observatory.template.format;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Go's {@code Sprintf}, {@code Sprint} and {@code Sprintln} over null, Boolean, Long, Double, String, List and Map; any
 * other value is what its {@code toString()} says. What cannot be printed with a verb is said in the text, as Go does:
 * {@code %!d(string=x)}.
 */
public final class GoFormat {
    private final int limit;
    private final Supplier<? extends RuntimeException> tooLong;

    /**
     * With a limit of characters.
     *
     * @param tooLong makes what is thrown when a text would be longer
     */
    public GoFormat(int limit, Supplier<? extends RuntimeException> tooLong) {
        this.limit = limit;
        this.tooLong = tooLong;
    }

    /** The arguments as a format says. */
    public String format(String format, List<@Nullable Object> arguments) {
        Printer printer = new Printer(limit, tooLong);
        DirectiveReader reader = new DirectiveReader(format, arguments);
        while (!reader.atEnd()) {
            printer.write(reader.literal());
            if (!reader.atEnd()) {
                directive(reader, printer);
            }
        }
        extra(reader.left(), printer);
        return printer.text();
    }

    private static void directive(DirectiveReader reader, Printer printer) {
        Directive directive = reader.next();
        printer.write(reader.problems());
        if (directive == null) {
            printer.write("%!(NOVERB)");
        } else if (directive.verb() == '%') {
            printer.write("%");
        } else if (!reader.goodIndex()) {
            printer.write("%!" + directive.verbText() + "(BADINDEX)");
        } else if (!reader.hasArgument()) {
            printer.write("%!" + directive.verbText() + "(MISSING)");
        } else {
            printer.value(reader.argument(), directive);
        }
    }

    private static void extra(List<@Nullable Object> left, Printer printer) {
        if (left.isEmpty()) {
            return;
        }
        printer.write("%!(EXTRA ");
        String separator = "";
        for (Object value : left) {
            printer.write(separator);
            separator = ", ";
            if (value == null) {
                printer.write("<nil>");
            } else {
                printer.write(GoType.name(value) + "=");
                printer.value(value, Directive.PLAIN);
            }
        }
        printer.write(")");
    }

    /** The arguments with a space between two that are no strings. */
    public String print(List<@Nullable Object> arguments) {
        Printer printer = new Printer(limit, tooLong);
        boolean afterString = true;
        for (Object argument : arguments) {
            boolean string = argument instanceof CharSequence;
            if (!string && !afterString) {
                printer.write(" ");
            }
            printer.value(argument, Directive.PLAIN);
            afterString = string;
        }
        return printer.text();
    }

    /** The arguments with a space between each two and a line's end. */
    public String println(List<@Nullable Object> arguments) {
        Printer printer = new Printer(limit, tooLong);
        String separator = "";
        for (Object argument : arguments) {
            printer.write(separator);
            printer.value(argument, Directive.PLAIN);
            separator = " ";
        }
        printer.write("\n");
        return printer.text();
    }
}
