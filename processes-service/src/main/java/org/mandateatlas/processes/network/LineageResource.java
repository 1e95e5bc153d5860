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

/** The lineage of a process over HTTP. */
@Path("/v1/processes/{id}/lineage")
@Tag(name = "Network")
@RunOnVirtualThread
class LineageResource {

    private final Clock clock;
    private final RegistrySnapshots knowledge;
    private final ComputedEndpoint answers;

    LineageResource(Clock clock, RegistrySnapshots knowledge, ComputedEndpoint answers) {
        this.clock = clock;
        this.knowledge = knowledge;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(Lineage.class)
    @Operation(
            summary = "Compute from which processes one descends, and which descend from it",
            description = "Without validAt it spans all days; with it, only what had begun by then.")
    public Response computeProcessLineage(
            @RestPath @Parameter(description = "Id of the process.", example = "geneva-migration-group") String id,
            @BeanParam ComputedRequest request) {
        Parse.slug("id", id);
        var known = knowledge.asked(request);
        var process = answers.about("process", id, known.processes(), known.position());
        return answers.answer(
                request,
                known.position(),
                request.day(clock),
                () -> Lineage.of(process, known, request.day()),
                Representation.json());
    }
}
