package org.mandateatlas.gateway.health;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The health of the suite.
 *
 * @param services the health of each service behind the gateway
 */
@Schema(description = "The health of the suite: UP if all services are up.")
record Health(
        @Schema(description = "Whether all services are ready.")
        Status status,

        @Schema(description = "The services behind the gateway.")
        List<ServiceHealth> services) {

    static Health of(List<ServiceHealth> services) {
        var up = services.stream().allMatch(service -> service.status == Status.UP);
        return new Health(up ? Status.UP : Status.DOWN, services);
    }

    /** Whether a service is ready. */
    @Schema(name = "HealthStatus", description = "Whether a service is ready.")
    enum Status {
        @Schema(description = "Ready.")
        UP,
        @Schema(description = "Not ready.")
        DOWN
    }

    /**
     * The health of one service.
     *
     * @param millis how long the service took to respond
     */
    @Schema(description = "The health of one service behind the gateway.")
    record ServiceHealth(
            @Schema(description = "Name of the service.", examples = "institutions-service")
            String name,

            Status status,

            @Schema(description = "Collections that it serves.")
            List<String> collections,

            @Schema(description = "Response time of the health check in milliseconds.")
            long millis) {}
}
