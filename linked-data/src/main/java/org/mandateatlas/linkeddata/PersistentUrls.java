package org.mandateatlas.linkeddata;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.mandateatlas.base.http.ContentNegotiation;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.edge.DocumentReads;
import org.mandateatlas.edge.PublicAddress;
import org.mandateatlas.explorer.ExplorerPages;

/** Redirects from the persistent URL of a document to its page in the explorer or to its data, by {@code Accept}. */
@Singleton
class PersistentUrls {

    private static final List<MediaType> OFFERED =
            List.of(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(LinkedData.JSON_LD), MediaType.TEXT_HTML_TYPE);
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int GONE = 410;
    private static final int NOT_FOUND = 404;

    private final DocumentReads documents;

    PersistentUrls(DocumentReads documents) {
        this.documents = documents;
    }

    void register(@Observes Router router) {
        LinkedData.handle(router.route("/id/:collection/:id"), this::redirect);
    }

    private void redirect(RoutingContext context) {
        var document = DocumentPath.of(context, documents);
        if (document == null) {
            LinkedData.absent(context);
            return;
        }
        var accepted = String.join(",", context.request().headers().getAll(HttpHeaders.ACCEPT));
        var type = ContentNegotiation.preferred(accepted, OFFERED);
        context.response().headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (type == null) {
            ProblemResponse.send(
                    context,
                    ProblemType.NOT_ACCEPTABLE,
                    "Available are text/html, application/ld+json and application/json.");
            return;
        }
        var data = "/v1/" + document;
        var page =
                MediaType.TEXT_HTML_TYPE.equals(type) ? ExplorerPages.of(document.collection(), document.id()) : null;
        documents
                .read(data)
                .onSuccess(read -> respond(context, page == null ? data : page, read))
                .onFailure(failure -> ProblemResponse.send(
                        context, ProblemType.SERVICE_UNAVAILABLE, "The document cannot be read at the moment."));
    }

    private static void respond(RoutingContext context, String target, DocumentReads.Read read) {
        var query = context.request().query();
        switch (read.status()) {
            case OK ->
                context.response()
                        .setStatusCode(SEE_OTHER)
                        .putHeader(
                                HttpHeaders.LOCATION,
                                PublicAddress.of(context.request()).link(target + (query == null ? "" : "?" + query)))
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .end(Buffer.buffer());
            case NOT_FOUND -> LinkedData.absent(context);
            case GONE ->
                ProblemResponse.send(context, ProblemType.GONE, "The document was retracted; see its history.");
            default ->
                ProblemResponse.send(
                        context, ProblemType.SERVICE_UNAVAILABLE, "The document cannot be read at the moment.");
        }
    }
}
