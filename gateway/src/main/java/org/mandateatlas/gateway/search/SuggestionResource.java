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

/** Suggestions while a name is typed. */
@Path("/v1/suggest")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@Tag(name = "Search")
class SuggestionResource {

    private final PageReads pages;
    private final CompositeResponses responses;

    SuggestionResource(PageReads pages, CompositeResponses responses) {
        this.pages = pages;
        this.responses = responses;
    }

    @GET
    @Operation(summary = "Suggest names", description = """
                    Documents with a name or abbreviation in which each word of `q` is the beginning of a word, best first. Adding a \
                    letter never adds a suggestion. Documents without their own name are suggested only if their `collection` is \
                    requested.""")
    @APIResponseSchema(value = SuggestionList.class, responseCode = "200", responseDescription = "The suggestions")
    public Response suggestNames(@BeanParam SearchFilter filter, @BeanParam SuggestionRequest request) {
        var page = pages.read(request.context, request.collection, request.limit());
        return responses.respond(
                request.context, page.result(), new SuggestionList(page.items(), page.missing(), page.position()));
    }
}
