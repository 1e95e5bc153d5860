package org.mandateatlas.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.feed.StreamPositions;
import org.mandateatlas.gateway.cache.Outcome.None;
import org.mandateatlas.gateway.cache.Outcome.Shared;

/**
 * The answers that are kept. One is given only while events arrive and nothing is known that it does not reflect; so nobody is given an
 * answer older than one that anybody has had before through this gateway, or older than his own write.
 */
@Singleton
public class ResponseCache {

    /** Somebody who waits again and again while others write asks by himself in the end. */
    private static final int TRIES = 3;

    private final Vertx vertx;
    private final StreamPositions heads;
    private final Today today;
    private final CacheMetrics metrics;
    private final long largest;
    private final boolean on;
    private final Cache<CacheKey, CacheEntry> kept;
    private final Map<CacheKey, RequestCoalescer> running = new ConcurrentHashMap<>();

    ResponseCache(Vertx vertx, StreamPositions heads, Today today, CacheConfig config, CacheMetrics metrics) {
        this.vertx = vertx;
        this.heads = heads;
        this.today = today;
        this.metrics = metrics;
        this.largest = config.maxEntrySize().asLongValue();
        long size = config.maxSize().asLongValue();
        this.on = size > 0;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(size)
                .weigher((CacheKey question, CacheEntry answer) -> question.size() + answer.size())
                .evictionListener((question, answer, cause) -> metrics.evicted())
                .executor(Runnable::run)
                .build();
        metrics.watch(kept);
    }

    /** Tells whether anything is given from the cache at the moment. */
    public boolean isOpen() {
        return on && heads.isLive() && today.isCertain();
    }

    /** Returns the answer that is kept, whether or not it is current; null for none. */
    public @Nullable CacheEntry find(CacheKey question) {
        return kept.getIfPresent(question);
    }

    /** Takes note of how a read was handled. */
    public void count(CacheStatus status) {
        metrics.count(status);
    }

    /**
     * Asks the owner, together with all who ask the same at the moment. The answer reflects all that was known when this was called.
     *
     * @return completes on the event loop that it is called on
     */
    public Future<Outcome> read(CacheKey question, OriginFetch asking) {
        Context context = vertx.getOrCreateContext();
        Promise<Outcome> outcome = Promise.promise();
        join(question, asking, context, outcome, 1);
        return outcome.future();
    }

    private void join(CacheKey question, OriginFetch asking, Context context, Promise<Outcome> outcome, int attempt) {
        RequestCoalescer mine = new RequestCoalescer();
        RequestCoalescer first = running.putIfAbsent(question, mine);
        if (first == null) {
            mine.outcome().onComplete(outcome);
            mine.end(lead(question, asking).onComplete(ended -> running.remove(question)));
        } else {
            first.outcome()
                    .onFailure(failure -> context.runOnContext(back -> outcome.fail(failure)))
                    .onSuccess(reached ->
                            context.runOnContext(back -> share(reached, question, asking, context, outcome, attempt)));
        }
    }

    /** What somebody else has asked for may have been begun before this one knew what he knows. */
    private void share(
            Outcome reached,
            CacheKey question,
            OriginFetch asking,
            Context context,
            Promise<Outcome> outcome,
            int attempt) {
        if (!(reached instanceof Shared shared) || !isOpen()) {
            outcome.complete(new None());
        } else if (shared.answer().isCurrent()) {
            outcome.complete(new Shared(shared.answer(), CacheStatus.COALESCED));
        } else if (attempt < TRIES) {
            join(question, asking, context, outcome, attempt + 1);
        } else {
            outcome.complete(new None());
        }
    }

    /** Another who asked the same may have been done between the look into the cache and now. */
    private Future<Outcome> lead(CacheKey question, OriginFetch asking) {
        CacheEntry found = find(question);
        if (found != null && found.isCurrent()) {
            return Future.succeededFuture(new Shared(found, CacheStatus.HIT));
        }
        return RequestCoalescer.begin(asking, heads, largest).onSuccess(reached -> keep(question, reached));
    }

    private void keep(CacheKey question, Outcome reached) {
        if (reached instanceof Shared shared && shared.answer().isCurrent()) {
            kept.put(question, shared.answer());
        }
    }
}
