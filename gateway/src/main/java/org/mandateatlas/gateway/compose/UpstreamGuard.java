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
import org.mandateatlas.gateway.forwarding.Answer;
import org.mandateatlas.gateway.forwarding.Reads;
import org.mandateatlas.gateway.forwarding.RoutingTable;
import org.mandateatlas.gateway.forwarding.Upstream;

/**
 * Reads from owners that one day will not answer. Each read ends in time, each owner gets only so many at once, and one that fails
 * or is late again and again is left alone for a while, so that nobody waits for it.
 */
@Singleton
class UpstreamGuard {

    private static final double HALF = 0.5;
    private static final int FAILURE = 500;

    private final Vertx vertx;
    private final RoutingTable owners;
    private final Reads reads;
    private final AggregatesConfig config;
    private final Map<String, TypedGuard<CompletionStage<Answer>>> guards = new ConcurrentHashMap<>();

    UpstreamGuard(Vertx vertx, RoutingTable owners, Reads reads, AggregatesConfig config) {
        this.vertx = vertx;
        this.owners = owners;
        this.reads = reads;
        this.config = config;
    }

    /** What guards are made of is loaded with the first of them, which takes longer than the first client should wait. */
    void warmUp(@Observes StartupEvent started) {
        var nothing = new Answer(200, HttpHeaders.headers(), Buffer.buffer());
        vertx.executeBlocking(() -> {
            owners.all().forEach(owner -> guarded(owner).get(() -> CompletableFuture.completedStage(nothing)));
            return nothing;
        });
    }

    /** Reads from an owner. Fails when it gives no answer, gives it too late, answers that it cannot, or is left alone. */
    Future<Answer> read(Upstream owner, String uri) {
        Context context = vertx.getOrCreateContext();
        CompletionStage<Answer> answer = guarded(owner)
                .get(() -> reads.read(uri).map(UpstreamGuard::judged).toCompletionStage());
        return Future.fromCompletionStage(answer, context);
    }

    private TypedGuard<CompletionStage<Answer>> guarded(Upstream owner) {
        return guards.computeIfAbsent(owner.name(), this::guard);
    }

    private static Answer judged(Answer answer) {
        if (answer.status() >= FAILURE) {
            throw new UpstreamFailure(answer.status());
        }
        return answer;
    }

    private TypedGuard<CompletionStage<Answer>> guard(String owner) {
        return TypedGuard.create(new TypeLiteral<CompletionStage<Answer>>() {})
                .withDescription(owner)
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
                .onStateChange(state -> tell(owner, state))
                .done()
                .build();
    }

    private static void tell(String owner, CircuitBreakerState state) {
        switch (state) {
            case OPEN -> Log.warnf("%s is left alone: it fails or is late", owner);
            case HALF_OPEN -> Log.infof("%s is tried again", owner);
            case CLOSED -> Log.infof("%s answers again", owner);
        }
    }
}
