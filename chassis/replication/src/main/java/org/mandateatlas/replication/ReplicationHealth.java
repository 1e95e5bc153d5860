package org.mandateatlas.replication;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Reports the progress of each replicated stream, gaps and failures at {@code /q/health/well}. */
@Wellness
@Singleton
class ReplicationHealth implements HealthCheck {

    private final StreamReplicator replicator;

    ReplicationHealth(StreamReplicator replicator) {
        this.replicator = replicator;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("replication").up();
        if (replicator.isFailing()) {
            response.down().withData("failing", true);
        }
        for (var stream : replicator.streams()) {
            var gap = stream.gap();
            if (gap == null) {
                response.withData(stream.stream(), stream.progress().sequence());
            } else {
                response.down().withData(stream.stream(), "gap: " + gap);
            }
        }
        return response.build();
    }
}
