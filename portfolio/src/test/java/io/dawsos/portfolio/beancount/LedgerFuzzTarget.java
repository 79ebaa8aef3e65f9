package io.dawsos.portfolio.beancount;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What Jazzer feeds its inputs to. Any text is either read or refused with places that lie in it; what was read is
 * printed and read again as the same; and the books of it are made or refused. Anything else that is thrown is a find.
 */
public final class LedgerFuzzTarget {

    private static final Comparator<Directive> BY_DAY =
            Comparator.comparing(Directive::date).thenComparingInt(Directive::rank);

    private LedgerFuzzTarget() {}

    /** Jazzer finds it by its name. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        List<Directive> read;
        try {
            read = Parsed.of(text).directives();
        } catch (LedgerException e) {
            e.errors().forEach(error -> check(error.at(), text));
            return;
        }
        read.forEach(directive -> check(directive.at(), text));
        printAndReadAgain(read);
        book(read);
    }

    private static void check(Place place, String text) {
        List<String> lines = text.lines().toList();
        // The end of a text that ends with a line feed is on a line of its own.
        int width = place.line() <= lines.size() ? lines.get(place.line() - 1).length() : 0;
        if (place.line() < 1 || place.line() > lines.size() + 1 || place.column() < 1) {
            throw new IllegalStateException("outside of the text: " + place);
        }
        if (text.indexOf('\r') < 0 && place.column() > width + 1) {
            throw new IllegalStateException("outside of its line: " + place);
        }
    }

    private static void printAndReadAgain(List<Directive> read) {
        String printed = LedgerPrinter.print(read);
        try {
            List<Directive> again = Parsed.of(printed).directives();
            if (!placeless(again).equals(placeless(read))) {
                throw new IllegalStateException("read again as another:\n" + printed);
            }
        } catch (LedgerException e) {
            throw new IllegalStateException("not read again:\n" + printed, e);
        }
    }

    private static List<Directive> placeless(List<Directive> directives) {
        return directives.stream().map(LedgerArbitraries::placeless).toList();
    }

    private static void book(List<Directive> read) {
        List<Directive> sorted = new ArrayList<>(read);
        sorted.sort(BY_DAY);
        try {
            var _ = Books.of(new Ledger("", Options.DEFAULT, sorted), LocalDate.of(2024, 6, 28));
        } catch (LedgerException e) {
            if (e.errors().isEmpty()) {
                throw new IllegalStateException("refused without a reason", e);
            }
        }
    }
}
