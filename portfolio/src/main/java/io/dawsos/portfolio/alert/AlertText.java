package io.dawsos.portfolio.alert;

import java.math.BigDecimal;

/** A message as people read it. */
final class AlertText {

    private AlertText() {}

    /** @return one line */
    public static String subject(AlertMessage told) {
        return "%s: %s".formatted(told.portfolioName(), what(told));
    }

    static String body(AlertMessage told) {
        return """
                %s

                Portfolio  %s (%s)
                Alert      %s
                Value      %s %s
                True since %s
                Prices     %s
                """.formatted(
                        what(told),
                        told.portfolioName(),
                        told.portfolioId(),
                        told.alertName(),
                        plain(told.observed().value()),
                        told.currency(),
                        told.trueAt(),
                        told.pricingPackId());
    }

    private static String what(AlertMessage told) {
        Finding seen = told.observed();
        if (seen.changePercent() != null) {
            return "fell by %s %% from %s %s (%s) to %s"
                    .formatted(
                            plain(seen.changePercent().abs()),
                            seen.reference() == null ? "" : plain(seen.reference()),
                            told.currency(),
                            seen.referenceName(),
                            plain(seen.value()));
        }
        if (seen.weightPercent() != null) {
            return "%s is %s %% of it".formatted(seen.symbol(), plain(seen.weightPercent()));
        }
        return "is worth %s %s".formatted(plain(seen.value()), told.currency());
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
