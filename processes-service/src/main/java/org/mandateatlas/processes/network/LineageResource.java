package org.mandateatlas.processes.network;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.registry.http.Representation;
import org.mandateatlas.replication.http.ComputedEndpoint;
import org.mandateatlas.replication.http.ComputedRequest;

/** Endpoint for the lineage of a process. */
@Path("/v1/processes/{id}/lineage")
@Tag(name = "Network")
@RunOnVirtualThread
class LineageResource {

    private final Clock clock;
    private final NetworkSnapshots snapshots;
    private final ComputedEndpoint endpoint;

    LineageResource(Clock clock, NetworkSnapshots snapshots, ComputedEndpoint endpoint) {
        this.clock = clock;
        this.snapshots = snapshots;
        this.endpoint = endpoint;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(Lineage.class)
    @Operation(
            summary = "Get the lineage of a process",
            description =
                    "Ancestors and descendants of a process, with what each took over. With `validAt`, only processes that had begun by that date.")
    public Response getProcessLineage(
            @RestPath @Parameter(description = "Id of the process.", example = "geneva-migration-group") String id,
            @BeanParam ComputedRequest request) {
        Parse.slug("id", id);
        var registry = snapshots.of(request);
        var process = endpoint.about("process", id, registry.processes(), registry.position());
        var day = request.day(clock);
        return endpoint.answer(
                request,
                registry.position(),
                day,
                () -> Lineage.of(process, registry, request.day(), day),
                Representation.json());
    }
}
