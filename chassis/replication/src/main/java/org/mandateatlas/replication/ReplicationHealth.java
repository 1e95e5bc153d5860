package org.mandateatlas.replication;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Tells, at {@code /q/health/well}, how far each followed stream has been read, or where a revision is missing, or that none can be taken. */
@Wellness
@Singleton
class ReplicationHealth implements HealthCheck {

    private final StreamReplicator follower;

    ReplicationHealth(StreamReplicator follower) {
        this.follower = follower;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("following").up();
        if (follower.isFailing()) {
            response.down().withData("failing", true);
        }
        for (var stream : follower.streams()) {
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
