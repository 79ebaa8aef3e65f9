package io.dawsos.observatory.alertmanager.stage;

import java.util.concurrent.CompletableFuture;

/** One step on a notification's way. */
public interface Stage {
    /** Lets pass or stops, now or later; never fails. */
    CompletableFuture<Step> pass(Passage passage);
}
