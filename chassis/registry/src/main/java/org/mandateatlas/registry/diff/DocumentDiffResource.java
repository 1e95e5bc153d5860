package org.mandateatlas.registry.diff;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.mandateatlas.registry.DisplayNames;
import org.mandateatlas.registry.DocumentTypes;
import org.mandateatlas.registry.NameResolver;
import org.mandateatlas.registry.VersionedDocument;
import org.mandateatlas.registry.http.PagedRequest;
import org.mandateatlas.registry.http.QueryRequest;

/** Differences over HTTP. */
@Path("/v1/diff")
@RunOnVirtualThread
class DocumentDiffResource {

    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    private final Clock clock;
    private final DiffRepository differences;
    private final DocumentTypes types;
    private final NameResolver foreignNames;

    DocumentDiffResource(Clock clock, DiffRepository differences, DocumentTypes types, NameResolver foreignNames) {
        this.clock = clock;
        this.differences = differences;
        this.types = types;
        this.foreignNames = foreignNames;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the differences between two days or two instants in the documents of this service")
    @Extension(name = "x-internal", value = "true", parseValue = true)
    @APIResponseSchema(DifferencePage.class)
    public Response diffDocuments(
            @BeanParam DiffRequest span, @BeanParam QueryRequest request, @BeanParam PagedRequest page) {
        var compared = DiffSpan.of(span, request.times(clock), page.after() != null, clock);
        var query = new DiffQuery(
                compared,
                request.types(types),
                span.institutions(),
                span.functions(),
                request.limit(PAGE, LARGEST_PAGE),
                page.after() == null ? null : DiffOrder.parse(page.after(), compared.axis()));
        var results = differences.find(query);
        var total = page.total() ? Long.valueOf(differences.count(query)) : null;
        List<ComparedDocument> documents = results.changed().stream()
                .<ComparedDocument>map(
                        changed -> ComparedDocument.of(types.of(changed.order().stream()), changed, compared))
                .filter(Objects::nonNull)
                .toList();
        var position = foreignNames.reflected(results.position());
        var names = DisplayNames.of(
                documents.stream().map(ComparedDocument::displayName),
                VersionedDocument.displayNames(
                        results.mentioned(), compared.after().validAt()),
                foreignNames,
                compared.after());
        var next = results.more() ? results.changed().getLast().order().toString() : null;
        var answer = new DifferencePage(
                compared.axis(),
                documents.stream().map(document -> document.difference(names)).toList(),
                next,
                total,
                position,
                results.pin());
        return QueryRequest.response(answer, position);
    }
}
