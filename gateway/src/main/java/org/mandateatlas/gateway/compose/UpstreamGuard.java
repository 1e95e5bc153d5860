package org.mandateatlas.gateway.compose;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.mandateatlas.gateway.proxy.Reads;
import org.mandateatlas.gateway.proxy.RoutingTable;
import org.mandateatlas.gateway.proxy.Upstream;
import org.mandateatlas.gateway.proxy.UpstreamResponse;

/**
 * Reads from upstreams that may fail. Each read ends in time, each upstream gets only so many at once, and one that fails or times out
 * repeatedly is not called for a while, so that nothing waits for it.
 */
@Singleton
class UpstreamGuard {

    private static final double HALF = 0.5;
    private static final int FAILURE = 500;

    private final Vertx vertx;
    private final RoutingTable routes;
    private final Reads reads;
    private final AggregatesConfig config;
    private final Map<String, TypedGuard<CompletionStage<UpstreamResponse>>> guards = new ConcurrentHashMap<>();

    UpstreamGuard(Vertx vertx, RoutingTable routes, Reads reads, AggregatesConfig config) {
        this.vertx = vertx;
        this.routes = routes;
        this.reads = reads;
        this.config = config;
    }

    /** Loads the classes of a guard at start, which takes longer than the first client should wait. */
    void warmUp(@Observes StartupEvent started) {
        var nothing = new UpstreamResponse(200, HttpHeaders.headers(), Buffer.buffer(), null);
        vertx.executeBlocking(() -> {
            routes.all().forEach(upstream -> guarded(upstream).get(() -> CompletableFuture.completedStage(nothing)));
            return nothing;
        });
    }

    /** Reads from an upstream. Fails when there is no response in time, when it is a 5xx, or when the upstream is not called at all. */
    Future<UpstreamResponse> read(Upstream upstream, String uri) {
        Context context = vertx.getOrCreateContext();
        CompletionStage<UpstreamResponse> response = guarded(upstream)
                .get(() -> reads.read(upstream, uri).map(UpstreamGuard::checked).toCompletionStage());
        return Future.fromCompletionStage(response, context);
    }

    private TypedGuard<CompletionStage<UpstreamResponse>> guarded(Upstream upstream) {
        return guards.computeIfAbsent(upstream.name(), this::guard);
    }

    private static UpstreamResponse checked(UpstreamResponse response) {
        if (response.status() >= FAILURE) {
            throw new UpstreamFailure(response.status());
        }
        return response;
    }

    private TypedGuard<CompletionStage<UpstreamResponse>> guard(String upstream) {
        return TypedGuard.create(new TypeLiteral<CompletionStage<UpstreamResponse>>() {})
                .withDescription(upstream)
                .withThreadOffload(false)
                .withTimeout()
                .duration(config.partTimeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withBulkhead()
                .limit(config.concurrency())
                .queueSize(config.waiting())
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(config.breakerWindow())
                .failureRatio(HALF)
                .delay(config.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                .skipOn(BulkheadException.class)
                .onStateChange(state -> logState(upstream, state))
                .done()
                .build();
    }

    private static void logState(String upstream, CircuitBreakerState state) {
        switch (state) {
            case OPEN -> Log.warnf("%s is not called for a while: it fails or times out", upstream);
            case HALF_OPEN -> Log.infof("%s is called again", upstream);
            case CLOSED -> Log.infof("%s responds again", upstream);
        }
    }
}
