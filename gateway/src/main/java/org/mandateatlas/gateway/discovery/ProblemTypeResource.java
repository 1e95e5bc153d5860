package org.mandateatlas.gateway.discovery;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.edge.PublicAddress;

/** The page behind the {@code type} of each problem document. */
@Path("/problems")
@PermitAll
@NonBlocking
@Tag(name = "Guide")
class ProblemTypeResource {

    private static final Map<String, ProblemExplanation> EXPLANATIONS = Arrays.stream(ProblemType.values())
            .map(ProblemExplanation::of)
            .collect(Collectors.toUnmodifiableMap(ProblemExplanation::type, Function.identity()));

    @GET
    @Path("{name}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(summary = "Explain a problem type", description = "What a problem type means and what to do about it.")
    @APIResponseSchema(responseCode = "200", value = ProblemExplanation.class)
    @APIResponse(responseCode = "404", ref = "NotFound")
    public ProblemExplanation getProblemType(
            @Parameter(description = "The last segment of a problem's type.", example = "not-found") @RestPath
                    String name,
            @Context HttpServerRequest request) {
        var explanation = EXPLANATIONS.get(ProblemType.PATH + name);
        if (explanation == null) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no problem type " + name + ".");
        }
        return explanation.at(PublicAddress.of(request));
    }
}
