package org.mandateatlas.gateway.health;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.Future;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mandateatlas.edge.ReplicaMonitor;
import org.mandateatlas.gateway.health.Health.ServiceHealth;
import org.mandateatlas.gateway.health.Health.Status;
import org.mandateatlas.gateway.proxy.RoutingTable;
import org.mandateatlas.gateway.proxy.Upstream;

/** The health of all services, checked in parallel at each request. */
@Path("/health")
@Singleton
@PermitAll
@NonBlocking
@Tag(name = "Guide")
class HealthResource {

    private final RoutingTable upstreams;
    private final ReplicaMonitor monitor;

    HealthResource(RoutingTable upstreams, ReplicaMonitor monitor) {
        this.upstreams = upstreams;
        this.monitor = monitor;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Get the health of the services",
            description = "Checks whether each service behind the gateway is ready.")
    @APIResponse(
            responseCode = "200",
            description = "All services are up",
            content = @Content(schema = @Schema(implementation = Health.class)))
    @APIResponse(
            responseCode = "503",
            description = "At least one service is down",
            content = @Content(schema = @Schema(implementation = Health.class)))
    public CompletionStage<Response> getHealth() {
        return Future.all(upstreams.all().stream().map(this::check).toList())
                .map(all -> response(Health.of(all.list())))
                .toCompletionStage();
    }

    private static Response response(Health health) {
        return Response.status(health.status() == Status.UP ? 200 : 503)
                .entity(health)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Future<ServiceHealth> check(Upstream upstream) {
        var started = System.nanoTime();
        return monitor.isReady(upstream.replicas())
                .map(up -> new ServiceHealth(
                        upstream.name(),
                        up ? Status.UP : Status.DOWN,
                        upstreams.collectionsOf(upstream),
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started)));
    }
}
