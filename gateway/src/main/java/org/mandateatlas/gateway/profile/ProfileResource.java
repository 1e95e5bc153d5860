package org.mandateatlas.gateway.profile;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.mandateatlas.base.http.ContentNegotiation;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.edge.PublicAddress;
import org.mandateatlas.edge.SeenPosition;
import org.mandateatlas.gateway.compose.CompositeResponses;

/** Profiles of institutions, processes and functions. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, ProfileResource.JSON_LD})
@PermitAll
@RunOnVirtualThread
@Tag(name = "Profiles", description = "Everything about one institution, process or function in one response.")
class ProfileResource {

    static final String JSON_LD = "application/ld+json";

    private static final MediaType LINKED = MediaType.valueOf(JSON_LD);
    private static final List<MediaType> OFFERED = List.of(MediaType.APPLICATION_JSON_TYPE, LINKED);

    private final ProfileReads reads;
    private final CompositeResponses responses;
    private final Clock clock;

    ProfileResource(ProfileReads reads, CompositeResponses responses, Clock clock) {
        this.reads = reads;
        this.responses = responses;
        this.clock = clock;
    }

    @GET
    @Path("v1/institutions/{id}/profile")
    @Operation(summary = "Get the profile of an institution", description = """
                    The institution, its mandates and capacities, its coverage of each function, the processes in which it \
                    participates and its roles there, the instruments that its mandates rest on and those that it supervises, and \
                    its timeline. Of each part \
                    the first page; `next` has the URLs of further ones. A part that is unavailable is null and listed in `missing`. \
                    With `Accept: application/ld+json` the documents of the profile are JSON-LD.""")
    @APIResponse(
            responseCode = "200",
            description = "The profile",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InstitutionProfile.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response getInstitutionProfile(
            @Parameter(description = "Institution id.", example = "iom") @RestPath String id,
            @BeanParam ProfileRequest request) {
        return read(InstitutionProfile.DEFINITION, id, request);
    }

    @GET
    @Path("v1/processes/{id}/profile")
    @Operation(summary = "Get the profile of a process", description = """
                    The process, who participates in it, its meetings and outputs, the instruments among these, its predecessors and \
                    successors, and its timeline. Of each part \
                    the first page; `next` has the URLs of further ones. A part that is unavailable is null and listed in `missing`. \
                    With `Accept: application/ld+json` the documents of the profile are JSON-LD.""")
    @APIResponse(
            responseCode = "200",
            description = "The profile",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProcessProfile.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response getProcessProfile(
            @Parameter(description = "Process id.", example = "berne-initiative") @RestPath String id,
            @BeanParam ProfileRequest request) {
        return read(ProcessProfile.DEFINITION, id, request);
    }

    @GET
    @Path("v1/functions/{id}/profile")
    @Operation(summary = "Get the profile of a function", description = """
                    The function, its coverage and gaps, the mandates, capacities and processes that concern it, the policy options \
                    that would change it, and its timeline. Of each part \
                    the first page; `next` has the URLs of further ones. A part that is unavailable is null and listed in `missing`. \
                    With `Accept: application/ld+json` the documents of the profile are JSON-LD.""")
    @APIResponse(
            responseCode = "200",
            description = "The profile",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FunctionProfile.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response getFunctionProfile(
            @Parameter(description = "Function id.", example = "coordination") @RestPath String id,
            @BeanParam ProfileRequest request) {
        return read(FunctionProfile.DEFINITION, id, request);
    }

    private Response read(ProfileDefinition definition, String id, ProfileRequest request) {
        var address = PublicAddress.of(request.context.request());
        var parts = reads.read(definition, Parse.slug("id", id), request.times(clock), address);
        if (!request.context.request().params().contains("knownAt")) {
            SeenPosition.require(request.context, parts.result().position());
        }
        var accepted = String.join(",", request.context.request().headers().getAll(HttpHeaders.ACCEPT));
        return LINKED.equals(ContentNegotiation.preferred(accepted, OFFERED))
                ? responses.respond(request.context, parts.result(), parts.linked(address), LINKED)
                : responses.respond(request.context, parts.result(), parts.json());
    }
}
