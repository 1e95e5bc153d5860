package org.mandateatlas.gateway.search;

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

/** Search over all collections. */
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@Tag(name = "Search", description = "Find documents of all collections by their names and texts.")
class SearchResource {

    private final PageReads pages;
    private final CompositeResponses responses;

    SearchResource(PageReads pages, CompositeResponses responses) {
        this.pages = pages;
        this.responses = responses;
    }

    @GET
    @Operation(summary = "Search all collections", description = """
                    A document matches if each word of `q` is the beginning of one of its words. Case, accents and punctuation are \
                    ignored; an apostrophe or full stop inside a word may split it: `office`, `l'office` and `loffice` match \
                    “L'Office”, `unhcr` matches “U.N.H.C.R.”. A further letter never adds a result.

                    Results of all collections are ranked together, exact names first, then names that begin with the words, then \
                    names and texts that contain them; sources rank last. With `validAt` only documents valid on that day are \
                    found.""")
    @APIResponseSchema(value = SearchPage.class, responseCode = "200", responseDescription = "A page of results")
    public Response searchDocuments(@BeanParam SearchFilter filter, @BeanParam PageRequest request) {
        var page = pages.read(request);
        return responses.respond(
                request.context(),
                page.result(),
                new SearchPage(page.self(), page.next(), page.total(), page.items(), page.missing(), page.position()));
    }
}
