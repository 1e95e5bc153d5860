package org.mandateatlas.gateway.compose;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.feed.StreamPositions;
import org.mandateatlas.gateway.cache.CacheEntry;
import org.mandateatlas.gateway.cache.CacheStatus;
import org.mandateatlas.gateway.cache.Outcome;
import org.mandateatlas.gateway.cache.ResponseCache;
import org.mandateatlas.gateway.proxy.CachedRead;

/**
 * A client's read that a resource of the gateway composes. The resource responds to the client and hands the response to the cache and to waiting requests.
 */
final class CompositeRead implements CachedRead.Origin {

    private static final String KEY = CompositeRead.class.getName();

    private final RoutingContext context;
    private final ResponseCache cache;
    private final BooleanSupplier charge;
    private final Promise<Outcome> outcome = Promise.promise();
    private CacheStatus status = CacheStatus.BYPASS;
    private boolean responds;

    /**
     * Creates one.
     *
     * @param charge charges the client for the composition; if it has not enough left, refuses the request and returns false
     */
    CompositeRead(RoutingContext context, ResponseCache cache, BooleanSupplier charge) {
        this.context = context;
        this.cache = cache;
        this.charge = charge;
    }

    /** Returns the read that a request is part of; null when the response is for this client alone. */
    static @Nullable CompositeRead of(RoutingContext context) {
        return context.get(KEY);
    }

    @Override
    public void expect(CacheStatus expected) {
        status = expected;
    }

    @Override
    public Future<Outcome> fetch(StreamPositions positions, long largest) {
        responds = true;
        context.addEndHandler(end -> outcome.tryComplete(new Outcome.None()));
        context.put(KEY, this);
        compose(status);
        return outcome.future();
    }

    /** Hands over the response; none when it must not be cached. */
    void complete(@Nullable CacheEntry entry) {
        outcome.tryComplete(entry == null ? new Outcome.None() : new Outcome.Shared(entry, CacheStatus.MISS));
    }

    @Override
    public boolean responds() {
        return responds;
    }

    @Override
    public void bypass() {
        compose(CacheStatus.BYPASS);
    }

    @Override
    public void fail(Throwable failure) {
        context.fail(failure);
    }

    private void compose(CacheStatus how) {
        if (charge.getAsBoolean()) {
            cache.count(how);
            context.response().headers().add(CacheStatus.HEADER, how.text());
            context.next();
        }
    }
}
