package org.mandateatlas.gateway.cache;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.mandateatlas.gateway.cache.Outcome.None;
import org.mandateatlas.gateway.cache.Outcome.Shared;

/** Shares one fetch between concurrent identical requests. */
final class RequestCoalescer {

    /** Maximum number of shared fetches that a request waits for while others write; after that it fetches its own response. */
    private static final int ATTEMPTS = 3;

    private final Vertx vertx;
    private final BooleanSupplier open;
    private final Map<CacheKey, Promise<Outcome>> running = new ConcurrentHashMap<>();

    /**
     * Creates one.
     *
     * @param open whether responses may be shared at present
     */
    RequestCoalescer(Vertx vertx, BooleanSupplier open) {
        this.vertx = vertx;
        this.open = open;
    }

    /**
     * Fetches, or waits for a running fetch. The outcome reflects everything that was known when this was called.
     *
     * @return completes on the event loop that it is called on
     */
    Future<Outcome> join(CacheKey key, Supplier<Future<Outcome>> fetch) {
        Context context = vertx.getOrCreateContext();
        Promise<Outcome> outcome = Promise.promise();
        join(new Request(key, fetch, context, outcome), 1);
        return outcome.future();
    }

    private void join(Request request, int attempt) {
        Promise<Outcome> mine = Promise.promise();
        Promise<Outcome> first = running.putIfAbsent(request.key, mine);
        if (first == null) {
            mine.future().onComplete(request.outcome);
            request.fetch.get().onComplete(ended -> running.remove(request.key)).onComplete(mine);
        } else {
            first.future()
                    .onFailure(failure -> request.context.runOnContext(back -> request.outcome.fail(failure)))
                    .onSuccess(reached -> request.context.runOnContext(back -> share(reached, request, attempt)));
        }
    }

    /** A fetch of another request may have started before a change that this request knows of. */
    private void share(Outcome reached, Request request, int attempt) {
        if (!(reached instanceof Shared shared) || !open.getAsBoolean()) {
            request.outcome.complete(new None());
        } else if (shared.entry().isCurrent()) {
            request.outcome.complete(new Shared(shared.entry(), CacheStatus.COALESCED));
        } else if (attempt < ATTEMPTS) {
            join(request, attempt + 1);
        } else {
            request.outcome.complete(new None());
        }
    }

    private record Request(CacheKey key, Supplier<Future<Outcome>> fetch, Context context, Promise<Outcome> outcome) {}
}
