package io.dawsos.observatory.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/**
 * Runs the rules of a group, in order where one depends on another: a rule waits for those before it that it reads, that
 * read it, or that write the same series.
 */
final class RuleOrder {
    private final List<List<Integer>> before = new ArrayList<>();
    private final int concurrency;

    RuleOrder(List<Rule> rules, int concurrency) {
        this.concurrency = concurrency;
        List<RuleReads> reads =
                concurrency > 1 ? rules.stream().map(RuleReads::of).toList() : List.of();
        for (int i = 0; i < reads.size(); i++) {
            List<Integer> waited = new ArrayList<>();
            for (int j = 0; j < i; j++) {
                if (reads.get(i).ordered(reads.get(j))) {
                    waited.add(j);
                }
            }
            before.add(waited);
        }
    }

    /** The rules that a rule waits for. */
    List<Integer> before(int rule) {
        return before.get(rule);
    }

    /** Calls with each index, returns after all; what one throws is thrown. */
    void run(int rules, IntConsumer evaluation) {
        if (concurrency == 1 || rules < 2) {
            for (int i = 0; i < rules; i++) {
                evaluation.accept(i);
            }
            return;
        }
        try (ExecutorService executor =
                Executors.newFixedThreadPool(concurrency, Thread.ofVirtual().factory())) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < rules; i++) {
                int rule = i;
                CompletableFuture<?>[] waited = before(i).stream().map(all::get).toArray(CompletableFuture<?>[]::new);
                all.add(CompletableFuture.allOf(waited).thenRunAsync(() -> evaluation.accept(rule), executor));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).join();
        }
    }
}
