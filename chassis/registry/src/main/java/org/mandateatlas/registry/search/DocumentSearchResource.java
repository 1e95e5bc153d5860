package org.mandateatlas.registry.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.time.Times;
import org.mandateatlas.registry.DisplayNames;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.DocumentTypes;
import org.mandateatlas.registry.NameResolver;
import org.mandateatlas.registry.VersionedDocument;
import org.mandateatlas.registry.http.PagedRequest;
import org.mandateatlas.registry.http.QueryRequest;

/** Search and suggestions over HTTP. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
class DocumentSearchResource {

    private static final int PAGE = 20;
    private static final int LARGEST_PAGE = 500;
    private static final int SUGGESTIONS = 10;
    private static final int MOST_SUGGESTIONS = 50;

    private final Clock clock;
    private final SearchRepository searches;
    private final DocumentTypes types;
    private final NameResolver foreignNames;

    DocumentSearchResource(Clock clock, SearchRepository searches, DocumentTypes types, NameResolver foreignNames) {
        this.clock = clock;
        this.searches = searches;
        this.types = types;
        this.foreignNames = foreignNames;
    }

    @GET
    @Path("search")
    @PermitAll
    @Operation(summary = "Search the documents of this service")
    @Extension(name = "x-internal", value = "true", parseValue = true)
    @APIResponseSchema(SearchHitPage.class)
    public Response searchDocuments(
            @RestQuery
                    @Parameter(
                            description = "Words to search for, each at least as the beginning of a word.",
                            required = true)
                    @Nullable String q,
            @BeanParam QueryRequest request,
            @BeanParam PagedRequest page) {
        var after = page.after() == null ? null : SearchOrder.parse(page.after());
        var query = new SearchQuery(
                phrase(q), request.types(types), request.times(clock), false, request.limit(PAGE, LARGEST_PAGE), after);
        var results = searches.search(query);
        var total = page.total() ? Long.valueOf(searches.count(query)) : null;
        var found = found(query, results);
        var position = foreignNames.reflected(results.position());
        var names = names(found, results, query.times());
        var next = results.more() ? results.results().getLast().order().toString() : null;
        var answer = new SearchHitPage(
                found.stream().map(one -> one.hit(query.phrase(), names)).toList(),
                next,
                total,
                position,
                results.pin());
        return QueryRequest.response(answer, position);
    }

    @GET
    @Path("suggest")
    @PermitAll
    @Operation(summary = "Suggest documents of this service by their names")
    @Extension(name = "x-internal", value = "true", parseValue = true)
    @APIResponseSchema(NameSuggestionList.class)
    public Response suggestDocuments(
            @RestQuery @Parameter(description = "The beginning of a name.", required = true) @Nullable String q,
            @BeanParam QueryRequest request) {
        var suggested = request.types(types).stream()
                .filter(type -> request.namesCollections() || type.hasOwnName())
                .toList();
        var query = new SearchQuery(
                phrase(q), suggested, request.times(clock), true, request.limit(SUGGESTIONS, MOST_SUGGESTIONS), null);
        var results = searches.search(query);
        var found = found(query, results);
        var position = foreignNames.reflected(results.position());
        var names = names(found, results, query.times());
        var answer = new NameSuggestionList(
                found.stream().map(one -> one.suggestion(query.phrase(), names)).toList(), position, results.pin());
        return QueryRequest.response(answer, position);
    }

    private static SearchPhrase phrase(@Nullable String q) {
        if (q == null) {
            throw ProblemException.parameter("q", "is required");
        }
        return SearchPhrase.of(q);
    }

    private List<FoundDocument> found(SearchQuery query, SearchResults results) {
        var validAt = query.times().validAt();
        var day = validAt == null ? QueryRequest.today(clock) : validAt;
        return results.results().stream()
                .<FoundDocument>map(result -> found(types.of(result.order().stream()), result, validAt, day))
                .toList();
    }

    private static FoundDocument found(
            DocumentType<?> type, SearchResults.Result result, @Nullable LocalDate validAt, LocalDate day) {
        return FoundDocument.of(type, result, validAt, day);
    }

    private DisplayNames names(List<FoundDocument> found, SearchResults results, Times times) {
        Stream<String> templates = found.stream().map(FoundDocument::displayName);
        return DisplayNames.of(
                templates, VersionedDocument.displayNames(results.mentioned(), times.validAt()), foreignNames, times);
    }
}
