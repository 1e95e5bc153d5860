package org.mandateatlas.gateway.aggregate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
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
import org.mandateatlas.edge.PublicAddress;
import org.mandateatlas.gateway.compose.CompositeResponses;
import org.mandateatlas.gateway.compose.Json;
import org.mandateatlas.gateway.compose.MergedPage;
import org.mandateatlas.gateway.compose.MergedReads;

/** Lists over all collections. The services read the parameters and return the items; the gateway merges them. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
class AggregateResource {

    private final MergedReads reads;
    private final CompositeResponses responses;

    AggregateResource(MergedReads reads, CompositeResponses responses) {
        this.reads = reads;
        this.responses = responses;
    }

    @GET
    @Path("v1/search")
    @Tag(name = "Search")
    @Operation(summary = "Search all collections", description = """
                    A document matches if each word of `q` is the beginning of one of its words. Case, accents and punctuation are \
                    ignored; an apostrophe or full stop inside a word may split it: `office`, `l'office` and `loffice` match \
                    “L'Office”, `unhcr` matches “U.N.H.C.R.”. A further letter never adds a result.

                    Results of all collections are ranked together, exact names first, then names that begin with the words, then \
                    names and texts that contain them; sources rank last. With `validAt` only documents valid on that day are \
                    found.""")
    @APIResponseSchema(value = SearchPage.class, responseCode = "200", responseDescription = "A page of results")
    public Response searchDocuments(@BeanParam SearchFilter filter, @BeanParam PageRequest request) {
        return page(request, Json.object());
    }

    @GET
    @Path("v1/suggest")
    @Tag(name = "Search")
    @Operation(summary = "Suggest names", description = """
                    Documents with a name or abbreviation in which each word of `q` is the beginning of a word, best first. Adding a \
                    letter never adds a suggestion. Documents without their own name are suggested only if their `collection` is \
                    requested.""")
    @APIResponseSchema(value = SuggestionList.class, responseCode = "200", responseDescription = "The suggestions")
    public Response suggestNames(@BeanParam SearchFilter filter, @BeanParam SuggestionRequest request) {
        return items(request.context, reads.read(request.context, request.collection, request.limit()), Json.object());
    }

    @GET
    @Path("v1/timeline")
    @Tag(name = "Time")
    @Operation(summary = "List everything dated", description = """
                    Every date in a document is an item: the beginnings and ends of institutions, mandates and processes, changes of \
                    names and status, adoptions and entries into force, participations, meetings, figures, publications. Items are \
                    ordered by the first day that their date allows.

                    Values of one filter are alternatives; different filters must all match. `from` and `to` select what may have \
                    happened in that period. With `validAt` only documents valid on that day are included, as they were then. All pages \
                    reflect the same state as the first.""")
    @APIResponseSchema(value = TimelinePage.class, responseCode = "200", responseDescription = "A page of the timeline")
    public Response getTimeline(@BeanParam TimelineFilter filter, @BeanParam PageRequest request) {
        return page(request, Json.object());
    }

    @GET
    @Path("v1/diff")
    @Tag(name = "Time")
    @Operation(summary = "List changes between two times", description = """
                    Compares the registry on two days (valid time) or as it was known at two instants (record time); the form of `from` \
                    and `to` decides which. Between two days a document `began`, `ended` or `changed`; what came and went between them \
                    is in the timeline. Between two instants it was `recorded`, `changed`, `corrected`, `retracted` or `restored`, and \
                    its revisions between them are listed.

                    The other time may be given as well, and applies to both sides: `knownAt` with two days, `validAt` with two \
                    instants. Changes are listed once each, with the ids of the institutions, functions and processes that they are \
                    about.""")
    @APIResponseSchema(value = DiffPage.class, responseCode = "200", responseDescription = "A page of the changes")
    public Response getDiff(@BeanParam DiffFilter filter, @BeanParam PageRequest request) {
        return page(request, filter.json());
    }

    private Response page(PageRequest request, ObjectNode content) {
        var context = request.context;
        var page = reads.read(context, request.collection, request.limit());
        var address = PublicAddress.of(context.request());
        var next = page.next(context.normalizedPath(), context.queryParams());
        content.put("self", address.link(context.request().uri()))
                .put("next", next == null ? null : address.link(next))
                .put("total", page.total());
        return items(context, page, content);
    }

    private Response items(RoutingContext context, MergedPage page, ObjectNode content) {
        content.putPOJO("items", page.items())
                .putPOJO("missing", page.result().missing())
                .put("position", page.result().position().toString());
        return responses.respond(context, page.result(), content);
    }
}
