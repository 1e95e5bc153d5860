package org.mandateatlas.registry.relay;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Reports unpublished revisions and the state of the topics at {@code /q/health/well}; down if the oldest revision has waited too
 * long, or a topic has the wrong settings or events.
 */
@Wellness
@Singleton
class RelayHealth implements HealthCheck {

    private final OutboxRepository revisions;
    private final RelayConfig config;
    private final TopicState topics;

    RelayHealth(OutboxRepository revisions, RelayConfig config, TopicState topics) {
        this.topics = topics;
        this.revisions = revisions;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("relay");
        try {
            var backlog = revisions.backlog();
            response.status(backlog.age().compareTo(config.overdue()) < 0)
                    .withData("backlog", backlog.revisions())
                    .withData("oldestSeconds", backlog.age().toSeconds());
            topics.gaps().forEach((stream, after) -> response.down().withData(stream, "gap after " + after));
            topics.conflicts().forEach((stream, conflict) -> response.down().withData(stream, conflict));
            if (!topics.violations().isEmpty()) {
                response.down().withData("topics", String.join(" ", topics.violations()));
            }
            return response.build();
        } catch (OutboxRepository.Failure e) {
            return response.down().withData("database", "unavailable").build();
        }
    }
}
