package org.mandateatlas.registry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Tells, at {@code /q/health/well}, whether every stream's chain of hashes holds, or where it first breaks. */
@Wellness
class LogIntegrity implements HealthCheck {

    private final DocumentTypes types;
    private final RevisionRepository revisions;

    LogIntegrity(DocumentTypes types, RevisionRepository revisions) {
        this.types = types;
        this.revisions = revisions;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("log").up();
        for (var type : types.list()) {
            QuarkusTransaction.requiringNew()
                    .call(() -> revisions.firstBroken(type.stream()))
                    .ifPresent(sequence -> response.down().withData(type.stream(), sequence));
        }
        return response.build();
    }
}
