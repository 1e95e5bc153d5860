package org.mandateatlas.gateway.timeline;

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

/** The timeline of the registry. */
@Path("/v1/timeline")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@Tag(name = "Time", description = "What happened when, and what changed.")
class TimelineResource {

    private final PageReads pages;
    private final CompositeResponses responses;

    TimelineResource(PageReads pages, CompositeResponses responses) {
        this.pages = pages;
        this.responses = responses;
    }

    @GET
    @Operation(operationId = "getTimeline", summary = "List everything dated", description = """
                    Every date in a document is an item: the beginnings and ends of institutions, mandates and processes, changes of \
                    names and status, adoptions and entries into force, participations, meetings, figures, publications. Items are \
                    ordered by the first day that their date allows.

                    Values of one filter are alternatives; different filters must all match. `from` and `to` select what may have \
                    happened in that period. With `validAt` only documents valid on that day are included, as they were then. All pages \
                    reflect the same state as the first.""")
    @APIResponseSchema(value = TimelinePage.class, responseCode = "200", responseDescription = "A page of the timeline")
    public Response getTimeline(@BeanParam TimelineFilter filter, @BeanParam PageRequest request) {
        var page = pages.read(request);
        return responses.respond(
                request.context(),
                page.result(),
                new TimelinePage(
                        page.self(), page.next(), page.total(), page.items(), page.missing(), page.position()));
    }
}
