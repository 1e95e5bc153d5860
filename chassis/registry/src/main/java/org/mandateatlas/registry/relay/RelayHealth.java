package org.mandateatlas.registry.relay;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Reports unpublished revisions at {@code /q/health/well}; down if the oldest has waited too long. */
@Wellness
@Singleton
class RelayHealth implements HealthCheck {

    private final OutboxRepository revisions;
    private final RelayConfig config;

    RelayHealth(OutboxRepository revisions, RelayConfig config) {
        this.revisions = revisions;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("relay");
        try {
            var backlog = revisions.backlog();
            return response.status(backlog.age().compareTo(config.overdue()) < 0)
                    .withData("backlog", backlog.revisions())
                    .withData("oldestSeconds", backlog.age().toSeconds())
                    .build();
        } catch (OutboxRepository.Failure e) {
            return response.down().withData("database", "unavailable").build();
        }
    }
}
