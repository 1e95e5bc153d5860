package org.mandateatlas.gateway.compose;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;

/** Waits, on a virtual thread, for what is read on event loops. */
public final class Waiting {

    private Waiting() {}

    /** Returns the value of a future, or throws its failure. */
    public static <T> T on(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
