package org.mandateatlas.functions.simulation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.functions.coverage.BitemporalSnapshot;
import org.mandateatlas.functions.coverage.BitemporalSnapshots;
import org.mandateatlas.functions.coverage.UnconfirmedFilter;
import org.mandateatlas.registry.http.Representation;
import org.mandateatlas.replication.http.ComputedEndpoint;
import org.mandateatlas.replication.http.ComputedRequest;

/** Endpoint for simulations of policy options. */
@Path("/v1/policy-options/{id}/simulation")
@Tag(name = "Simulations")
@RunOnVirtualThread
class PolicyOptionSimulationResource {

    private final BitemporalSnapshots snapshots;
    private final ComputedEndpoint endpoint;

    PolicyOptionSimulationResource(BitemporalSnapshots snapshots, ComputedEndpoint endpoint) {
        this.snapshots = snapshots;
        this.endpoint = endpoint;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(Simulation.class)
    @Operation(
            summary = "Simulate a policy option",
            description =
                    "`validAt` defaults to the baseline of the option; operations that cannot be applied on that date are a 422. `before` and `after` list the agreed starting points in `functions` and the functions set aside by states in `setAside`, with totals of both, as coverage does.")
    public Response simulatePolicyOption(
            @RestPath @Parameter(description = "Id of the policy option.", example = "bring-iom-into-un") String id,
            @BeanParam UnconfirmedFilter filter,
            @BeanParam ComputedRequest request) {
        var includeUnconfirmed = filter.includesUnconfirmed();
        Parse.slug("id", id);
        var today = snapshots.of(request);
        var option = endpoint.about(
                "policy-option",
                id,
                today.registry().options(),
                today.registry().position());
        var snapshot = request.day() == null ? new BitemporalSnapshot(today.registry(), option.baseline()) : today;
        return endpoint.answer(
                request,
                snapshot.registry().position(),
                snapshot.day(),
                () -> Simulator.simulate(snapshot, includeUnconfirmed, id, option.operations()),
                Representation.json());
    }
}
