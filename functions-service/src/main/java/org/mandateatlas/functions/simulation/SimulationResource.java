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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.functions.coverage.BitemporalSnapshots;
import org.mandateatlas.functions.coverage.UnconfirmedFilter;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentRules;
import org.mandateatlas.replication.http.ComputedEndpoint;
import org.mandateatlas.replication.http.ComputedRequest;

/** Endpoint for simulations of custom operations. */
@Path("/v1/simulations")
@Tag(name = "Simulations", description = "Simulated effects of reforms on coverage. Nothing is stored.")
@RunOnVirtualThread
class SimulationResource {

    private static final int MAX_OPERATIONS = 100;

    private final BitemporalSnapshots snapshots;
    private final ComputedEndpoint endpoint;

    SimulationResource(BitemporalSnapshots snapshots, ComputedEndpoint endpoint) {
        this.snapshots = snapshots;
        this.endpoint = endpoint;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(Simulation.class)
    @Operation(
            summary = "Simulate operations",
            description =
                    "Applies the operations in order to the coverage at `validAt`. `before` and `after` list the agreed starting points in `functions` and the functions set aside by states in `setAside`, with totals of both, as coverage does. Nothing is stored or published; no token is required.")
    public Response simulateOperations(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = SimulationRequest.class)))
                    byte[] body,
            @BeanParam UnconfirmedFilter filter,
            @BeanParam ComputedRequest request) {
        var includeUnconfirmed = filter.includesUnconfirmed();
        var document = DocumentJson.parse(body);
        if (!document.hasNonNull("operations")) {
            throw new ProblemException(
                    ProblemType.INVALID_DOCUMENT,
                    "The body has no operations.",
                    List.of(Violation.at("/operations", "is required")));
        }
        var simulationRequest = DocumentJson.read(document, SimulationRequest.class);
        check(simulationRequest);
        var snapshot = snapshots.of(request);
        return endpoint.posted(
                snapshot.registry().position(),
                Simulator.simulate(snapshot, includeUnconfirmed, null, simulationRequest.operations()));
    }

    private static void check(SimulationRequest simulationRequest) {
        var violations = new Violations();
        if (simulationRequest.operations().size() > MAX_OPERATIONS) {
            violations.add("/operations", "must not have more than " + MAX_OPERATIONS + " operations");
        }
        DocumentRules.check(simulationRequest, violations);
        if (violations.list().isEmpty()) {
            for (var i = 0; i < simulationRequest.operations().size(); i++) {
                simulationRequest.operations().get(i).check("/operations/" + i, violations);
            }
        }
        violations.throwIfAny(ProblemType.RULE_VIOLATED, "The operations are invalid.");
    }
}
