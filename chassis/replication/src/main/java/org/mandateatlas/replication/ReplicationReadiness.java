package org.mandateatlas.replication;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready until the topics of the replicated streams have been read to their ends. Without a broker the service is ready,
 * because it works with what has been replicated.
 */
@Readiness
@Singleton
class ReplicationReadiness implements HealthCheck {

    private final StreamReplicator replicator;

    ReplicationReadiness(StreamReplicator replicator) {
        this.replicator = replicator;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("replication")
                .status(replicator.isCaughtUp() || replicator.isFailing())
                .withData("caughtUp", replicator.isCaughtUp())
                .withData("failing", replicator.isFailing())
                .build();
    }
}
