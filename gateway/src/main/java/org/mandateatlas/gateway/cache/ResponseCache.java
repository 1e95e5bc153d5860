package org.mandateatlas.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.feed.StreamPositions;
import org.mandateatlas.gateway.cache.Outcome.Shared;

/**
 * The cached responses. An entry is served only while events arrive and nothing is known that it does not reflect. No
 * client therefore
 * receives a response older than one that any client has received through this gateway, or older than its own write.
 */
@Singleton
public class ResponseCache {

    private final StreamPositions positions;
    private final Today today;
    private final CacheMetrics metrics;
    private final long largest;
    private final boolean on;
    private final Cache<CacheKey, CacheEntry> entries;
    private final RequestCoalescer coalescer;

    ResponseCache(Vertx vertx, StreamPositions positions, Today today, CacheConfig config, CacheMetrics metrics) {
        this.positions = positions;
        this.today = today;
        this.metrics = metrics;
        this.largest = config.maxEntrySize().asLongValue();
        long size = config.maxSize().asLongValue();
        this.on = size > 0;
        this.entries = Caffeine.newBuilder()
                .maximumWeight(size)
                .weigher((CacheKey key, CacheEntry entry) -> key.size() + entry.size())
                .evictionListener((key, entry, cause) -> metrics.evicted())
                .executor(Runnable::run)
                .build();
        this.coalescer = new RequestCoalescer(vertx, this::isOpen);
        metrics.watch(entries);
    }

    /** Returns whether the cache is in use. */
    public boolean isOpen() {
        return on && positions.isLive() && today.isCertain();
    }

    /** Returns the cached entry, current or not; null for none. */
    public @Nullable CacheEntry find(CacheKey key) {
        return entries.getIfPresent(key);
    }

    /** Counts how a read was handled. */
    public void count(CacheStatus status) {
        metrics.count(status);
    }

    /**
     * Fetches a response from its origin, once for all concurrent identical requests. The response reflects everything that was known at the time of the call.
     *
     * @return completes on the event loop that it is called on
     */
    public Future<Outcome> read(CacheKey key, OriginFetch origin) {
        return coalescer.join(key, () -> fetch(key, origin));
    }

    /** Another request for the same may have ended between the look into the cache and now. */
    private Future<Outcome> fetch(CacheKey key, OriginFetch origin) {
        CacheEntry found = find(key);
        if (found != null && found.isCurrent()) {
            return Future.succeededFuture(new Shared(found, CacheStatus.HIT));
        }
        return origin.fetch(positions, largest).onSuccess(outcome -> store(key, outcome));
    }

    private void store(CacheKey key, Outcome outcome) {
        if (outcome instanceof Shared shared
                && shared.entry().body().length() <= largest
                && shared.entry().isCurrent()) {
            entries.put(key, shared.entry());
        }
    }
}
