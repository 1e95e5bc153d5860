package org.mandateatlas.functions.simulation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.functions.coverage.Moments;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentRules;
import org.mandateatlas.replication.http.ComputedEndpoint;
import org.mandateatlas.replication.http.ComputedRequest;

/** Simulations of a caller's own reforms over HTTP. */
@Path("/v1/simulations")
@Tag(name = "Simulation", description = "What a reform would change in coverage, step by step. It changes nothing.")
@RunOnVirtualThread
class SimulationResource {

    private static final int MOST_OPERATIONS = 100;

    private final Moments moments;
    private final ComputedEndpoint answers;

    SimulationResource(Moments moments, ComputedEndpoint answers) {
        this.moments = moments;
        this.answers = answers;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(Simulation.class)
    @Operation(
            summary = "Simulate a reform of one's own",
            description =
                    "The operations are applied one after the other to the world of validAt. Nothing is stored and"
                            + " nothing published; no token is needed.")
    public Response computeSimulation(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = SimulationRequest.class)))
                    byte[] body,
            @BeanParam ComputedRequest request) {
        var reform = DocumentJson.read(DocumentJson.parse(body), SimulationRequest.class);
        check(reform);
        var moment = moments.asked(request);
        return answers.posted(moment.known().position(), Simulator.simulate(moment, null, reform.operations()));
    }

    private static void check(SimulationRequest reform) {
        var violations = new Violations();
        if (reform.operations().size() > MOST_OPERATIONS) {
            violations.add("/operations", "has more than " + MOST_OPERATIONS + " operations");
        }
        DocumentRules.check(reform, violations);
        if (violations.list().isEmpty()) {
            for (var i = 0; i < reform.operations().size(); i++) {
                reform.operations().get(i).check("/operations/" + i, violations);
            }
        }
        violations.throwIfAny(ProblemType.RULE_VIOLATED, "The reform breaks a rule of operations.");
    }
}
