package org.mandateatlas.gateway.compose;

import io.quarkus.logging.Log;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.mandateatlas.gateway.forwarding.Answer;
import org.mandateatlas.gateway.forwarding.Owner;
import org.mandateatlas.gateway.forwarding.Reads;

/**
 * Reads from owners that one day will not answer. Each read ends in time, each owner gets only so many at once, and one that fails
 * or is late again and again is left alone for a while, so that nobody waits for it.
 */
@Singleton
class Guards {

    private static final double HALF = 0.5;
    private static final int FAILURE = 500;

    private final Vertx vertx;
    private final Reads reads;
    private final AggregatesConfig config;
    private final Map<String, TypedGuard<CompletionStage<Answer>>> guards = new ConcurrentHashMap<>();

    Guards(Vertx vertx, Reads reads, AggregatesConfig config) {
        this.vertx = vertx;
        this.reads = reads;
        this.config = config;
    }

    /** Reads from an owner. Fails when it gives no answer, gives it too late, answers that it cannot, or is left alone. */
    Future<Answer> read(Owner owner, String uri) {
        Context context = vertx.getOrCreateContext();
        CompletionStage<Answer> answer = guards.computeIfAbsent(owner.name(), this::guard)
                .get(() -> reads.read(uri).map(Guards::judged).toCompletionStage());
        return Future.fromCompletionStage(answer, context);
    }

    private static Answer judged(Answer answer) {
        if (answer.status() >= FAILURE) {
            throw new OwnerFailure(answer.status());
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
