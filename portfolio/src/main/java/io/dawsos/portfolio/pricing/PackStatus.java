package io.dawsos.portfolio.pricing;

import java.time.Instant;
import java.time.LocalDate;

/** What is told about a pack without its content. */
public record PackStatus(
        String id, LocalDate date, String status, String hash, int prices, int rates, Instant builtAt) {}
