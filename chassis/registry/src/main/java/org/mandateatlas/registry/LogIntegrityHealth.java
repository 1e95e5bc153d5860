package org.mandateatlas.registry;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Reports the last verification of the log at {@code /q/health/well}: its time and any broken chain. */
@Wellness
@Singleton
class LogIntegrityHealth implements HealthCheck {

    private final LogIntegrity integrity;

    LogIntegrityHealth(LogIntegrity integrity) {
        this.integrity = integrity;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("log").up();
        var result = integrity.last();
        if (result == null) {
            return response.withData("verifiedAt", "not yet").build();
        }
        response.withData("verifiedAt", result.verifiedAt().toString());
        response.withData("wholeVerifiedAt", result.wholeVerifiedAt().toString());
        result.broken().forEach((stream, sequence) -> response.down().withData(stream, sequence));
        return response.build();
    }
}
