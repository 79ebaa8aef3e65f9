package io.dawsos.portfolio.beancount;

import java.util.ArrayList;
import java.util.List;

/** What stands in one text, in its order. */
record Parsed(List<Directive> directives, List<String> options, List<String> includes) {

    /** @throws LedgerException when the text is malformed */
    static Parsed of(String text) throws LedgerException {
        Parsed parsed = new Parsed(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Errors errors = new Errors(100);
        SourceFile file = new SourceFile("test", "test", text, "");
        new FileParser(file, Limits.DEFAULT, new Interner(), parsed.sink(), errors).parse();
        errors.throwIfAny();
        return parsed;
    }

    private FileParser.Sink sink() {
        return new FileParser.Sink() {
            @Override
            public void directive(Directive directive) {
                directives.add(directive);
            }

            @Override
            public void option(Place at, String name, String value) {
                options.add(name + "=" + value);
            }

            @Override
            public void include(Place at, String pattern) {
                includes.add(pattern);
            }
        };
    }
}
