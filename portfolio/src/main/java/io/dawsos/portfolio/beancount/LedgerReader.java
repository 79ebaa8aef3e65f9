package io.dawsos.portfolio.beancount;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a ledger: the main file and what it includes. Included files lie in the main file's folder or below, so that a
 * ledger cannot make the service read what else is on the machine; each is included once.
 *
 * <p>The commit hash is the SHA-256 of what {@code sha256sum} prints of all its files, named relative to the main
 * file's folder and in the order of these names, so that anybody can tell it without this program. It is of the very
 * bytes that were read.
 */
public final class LedgerReader {

    private static final Comparator<Directive> BY_DAY =
            Comparator.comparing(Directive::date).thenComparingInt(Directive::rank);

    private final Limits limits;

    public LedgerReader() {
        this(Limits.DEFAULT);
    }

    LedgerReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * @param main the main file
     * @throws LedgerException with all errors in the grammar of all files
     * @throws IOException when the main file or its folder cannot be read
     */
    public Ledger read(Path main) throws LedgerException, IOException {
        return new Reading(main).all();
    }

    /** Reading one ledger. */
    private final class Reading {

        private final Path main;
        private final SourceFiles files;
        private final Errors errors = new Errors(limits.errors());
        private final Interner names = new Interner();
        private final OptionReader options = new OptionReader();
        private final List<Directive> directives = new ArrayList<>();
        private final Deque<Path> including = new ArrayDeque<>();

        Reading(Path main) throws IOException {
            this.main = main.toRealPath();
            this.files = new SourceFiles(this.main.resolveSibling(""), limits);
        }

        Ledger all() throws LedgerException {
            file(main, new Place(files.name(main), 1, 1));
            errors.throwIfAny();
            directives.sort(BY_DAY);
            return new Ledger(files.hash(), options.options(), directives);
        }

        private void file(Path path, Place included) throws LedgerException {
            including.push(path);
            try {
                SourceFile source = files.load(path, included);
                new FileParser(source, limits, names, new Collected(path), errors).parse();
            } catch (SyntaxException e) {
                errors.add(e.error());
            } finally {
                including.pop();
            }
        }

        private void include(Place at, Path from, String pattern) throws LedgerException {
            List<Path> found;
            try {
                found = files.matching(from.resolveSibling(""), pattern, at);
            } catch (SyntaxException e) {
                errors.add(e.error());
                return;
            }
            for (Path path : found) {
                String refusal = refusal(path);
                if (refusal == null) {
                    file(path, at);
                } else {
                    errors.add(at, refusal);
                }
            }
        }

        private @Nullable String refusal(Path path) {
            if (including.contains(path)) {
                return "%s includes itself, by way of %d files".formatted(files.name(path), including.size());
            }
            if (files.isLoaded(path)) {
                return "%s is included twice".formatted(files.name(path));
            }
            if (including.size() >= limits.includeDepth()) {
                return "files include each other at most %d deep".formatted(limits.includeDepth());
            }
            return Files.isRegularFile(path) ? null : "%s is not a file".formatted(files.name(path));
        }

        /** What is done with what stands in one file. */
        private final class Collected implements FileParser.Sink {

            private final Path file;

            Collected(Path file) {
                this.file = file;
            }

            @Override
            public void directive(Directive directive) throws LedgerException {
                directives.add(directive);
                if (directives.size() > limits.directives()) {
                    errors.add(directive.at(), "a ledger has at most %d directives".formatted(limits.directives()));
                    errors.throwIfAny();
                }
            }

            @Override
            public void option(Place at, String name, String value) throws LedgerException {
                Optional<String> wrong = options.read(name, value, file.equals(main));
                if (wrong.isPresent()) {
                    errors.add(at, wrong.get());
                }
            }

            @Override
            public void include(Place at, String pattern) throws LedgerException {
                Reading.this.include(at, file, pattern);
            }
        }
    }
}
