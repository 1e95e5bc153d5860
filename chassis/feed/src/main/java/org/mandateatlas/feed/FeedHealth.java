package org.mandateatlas.feed;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready until every event from before the start has been read; ready from then on, even if Kafka becomes unavailable. */
@Readiness
@Singleton
class FeedHealth implements HealthCheck {

    private final TopicTailer tailer;
    private final FeedConfig config;

    FeedHealth(TopicTailer tailer, FeedConfig config) {
        this.tailer = tailer;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("feed").status(tailer.isCaughtUp() || !config.readiness());
        tailer.gaps().forEach(stream -> response.withData(stream, "gap"));
        return response.withData("caughtUp", tailer.isCaughtUp()).build();
    }
}
