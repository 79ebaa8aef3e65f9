package io.dawsos.portfolio.beancount;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes directives as they are read: reading what was printed gives the same again, but for places. */
public final class LedgerPrinter {

    private final StringBuilder out = new StringBuilder();

    public static String print(Iterable<? extends Directive> directives) {
        LedgerPrinter printer = new LedgerPrinter();
        directives.forEach(printer::add);
        return printer.text();
    }

    public LedgerPrinter add(Directive directive) {
        out.append(directive.date()).append(' ');
        switch (directive) {
            case Directive.Open open -> open(open);
            case Directive.Close close -> line("close ", close.account());
            case Directive.Balance balance -> balance(balance);
            case Directive.Price price -> line("price ", price.commodity(), " ", text(price.amount()));
            case Directive.Transaction transaction -> header(transaction);
        }
        metadata("  ", directive.metadata());
        if (directive instanceof Directive.Transaction transaction) {
            transaction.postings().forEach(this::posting);
        }
        out.append('\n');
        return this;
    }

    public String text() {
        return out.toString();
    }

    private void open(Directive.Open open) {
        String commodities = String.join(",", new TreeSet<>(open.commodities()));
        line(
                "open ",
                open.account(),
                commodities.isEmpty() ? "" : " " + commodities,
                open.booking() == null ? "" : " " + quoted(open.booking().name()));
    }

    private void balance(Directive.Balance balance) {
        BigDecimal tolerance = balance.tolerance();
        line(
                "balance ",
                balance.account(),
                " ",
                balance.amount().number().toPlainString(),
                tolerance == null ? " " : " ~ " + tolerance.toPlainString() + " ",
                balance.amount().commodity());
    }

    private void header(Directive.Transaction transaction) {
        out.append(transaction.flag());
        if (transaction.narration() != null) {
            out.append(transaction.payee() == null ? "" : " " + quoted(transaction.payee()));
            out.append(' ').append(quoted(transaction.narration()));
        }
        new TreeSet<>(transaction.tags()).forEach(tag -> out.append(" #").append(tag));
        new TreeSet<>(transaction.links()).forEach(link -> out.append(" ^").append(link));
        out.append('\n');
    }

    private void posting(Posting posting) {
        out.append("  ")
                .append(posting.flag() == null ? "" : posting.flag() + " ")
                .append(posting.account());
        if (posting.units() != null) {
            out.append("  ").append(text(posting.units()));
        }
        cost(posting.cost());
        PriceSpec price = posting.price();
        if (price != null) {
            out.append(price.total() ? " @@ " : " @ ").append(text(price.amount()));
        }
        out.append('\n');
        metadata("    ", posting.metadata());
    }

    private void cost(@Nullable CostSpec cost) {
        if (cost != null) {
            StringBuilder parts = new StringBuilder();
            part(parts, cost.amount() == null ? null : text(cost.amount()));
            part(parts, cost.date());
            part(parts, cost.label() == null ? null : quoted(cost.label()));
            out.append(cost.total() ? " {{" : " {").append(parts).append(cost.total() ? "}}" : "}");
        }
    }

    private static void part(StringBuilder parts, @Nullable Object part) {
        if (part != null) {
            parts.append(parts.isEmpty() ? "" : ", ").append(part);
        }
    }

    private void metadata(String indent, Map<String, MetaValue> metadata) {
        new TreeMap<>(metadata).forEach((key, value) -> line(indent, key, ":", value(value)));
    }

    private static String value(MetaValue value) {
        return switch (value) {
            case MetaValue.Text text -> " " + quoted(text.text());
            case MetaValue.Name name -> " " + name.name();
            case MetaValue.Day day -> " " + day.date();
            case MetaValue.Number number -> " " + number.number().toPlainString();
            case MetaValue.Money money -> " " + text(money.amount());
            case MetaValue.Nothing _ -> "";
        };
    }

    private static String text(Amount amount) {
        return amount.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void line(String... parts) {
        for (String part : parts) {
            out.append(part);
        }
        out.append('\n');
    }
}
