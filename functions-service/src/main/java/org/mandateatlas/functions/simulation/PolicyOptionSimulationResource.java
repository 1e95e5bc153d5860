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
import org.mandateatlas.functions.coverage.Moment;
import org.mandateatlas.functions.coverage.Moments;
import org.mandateatlas.registry.http.Representation;
import org.mandateatlas.replication.http.ComputedEndpoint;
import org.mandateatlas.replication.http.ComputedRequest;

/** Simulations of policy options over HTTP. */
@Path("/v1/policy-options/{id}/simulation")
@Tag(name = "Simulation")
@RunOnVirtualThread
class PolicyOptionSimulationResource {

    private final Moments moments;
    private final ComputedEndpoint answers;

    PolicyOptionSimulationResource(Moments moments, ComputedEndpoint answers) {
        this.moments = moments;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(Simulation.class)
    @Operation(
            summary = "Simulate a policy option",
            description = "Without validAt it is applied to the day that it was proposed for, its baseline.")
    public Response computePolicyOptionSimulation(
            @RestPath @Parameter(description = "Id of the policy option.", example = "bring-iom-into-un") String id,
            @BeanParam ComputedRequest request) {
        Parse.slug("id", id);
        var today = moments.asked(request);
        var option = answers.about(
                "policy-option", id, today.known().options(), today.known().position());
        var moment = request.day() == null ? new Moment(today.known(), option.baseline()) : today;
        return answers.answer(
                request,
                moment.known().position(),
                moment.day(),
                () -> Simulator.simulate(moment, id, option.operations()),
                Representation.json());
    }
}
