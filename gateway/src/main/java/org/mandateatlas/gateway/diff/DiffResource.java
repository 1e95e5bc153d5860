package org.mandateatlas.gateway.diff;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mandateatlas.gateway.compose.CompositeResponses;
import org.mandateatlas.gateway.compose.PageReads;
import org.mandateatlas.gateway.compose.PageRequest;

/** Changes between two points in time. */
@Path("/v1/diff")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@Tag(name = "Time")
class DiffResource {

    private final PageReads pages;
    private final CompositeResponses responses;

    DiffResource(PageReads pages, CompositeResponses responses) {
        this.pages = pages;
        this.responses = responses;
    }

    @GET
    @Operation(operationId = "getDiff", summary = "List changes between two times", description = """
                    Compares the registry on two days (valid time) or as it was known at two instants (record time); the form of `from` \
                    and `to` decides which. Between two days a document `began`, `ended` or `changed`; what came and went between them \
                    is in the timeline. Between two instants it was `recorded`, `changed`, `corrected`, `retracted` or `restored`, and \
                    its revisions between them are listed.

                    The other time may be given as well, and applies to both sides: `knownAt` with two days, `validAt` with two \
                    instants. Changes are listed once each, with the ids of the institutions, functions and processes that they are \
                    about.""")
    @APIResponseSchema(value = DiffPage.class, responseCode = "200", responseDescription = "A page of the changes")
    public Response getDiff(@BeanParam DiffFilter filter, @BeanParam PageRequest request) {
        var page = pages.read(request);
        return responses.respond(request.context(), page.result(), DiffPage.of(filter, page));
    }
}
