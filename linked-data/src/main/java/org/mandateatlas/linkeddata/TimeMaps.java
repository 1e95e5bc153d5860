package org.mandateatlas.linkeddata;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.http.QueryParameters;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.edge.DocumentReads;
import org.mandateatlas.edge.PublicAddress;

/** Lists the versions of a document as a TimeMap (Memento, RFC 7089), in pages if there are many. */
@Singleton
class TimeMaps {

    private static final String PAGE = "page";
    private static final QueryParameters PARAMETERS = new QueryParameters(Map.of(PAGE, false));
    private static final int MOST_PAGES = 1_000_000;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final String RETRACTED = "retracted";

    private final DocumentReads documents;

    TimeMaps(DocumentReads documents) {
        this.documents = documents;
    }

    void register(@Observes Router router) {
        LinkedData.handle(router.route("/timemap/:collection/:id"), this::list);
    }

    private void list(RoutingContext context) {
        var document = DocumentPath.of(context, documents);
        if (document == null) {
            LinkedData.absent(context);
            return;
        }
        LinkedData.check(context, PARAMETERS);
        var given = context.queryParams().get(PAGE);
        var page = given == null ? 1 : Parse.number(PAGE, given, 1, MOST_PAGES);
        documents
                .read("/v1/" + document + "/history")
                .onSuccess(read -> respond(context, document.toString(), page, read))
                .onFailure(failure -> ProblemResponse.send(
                        context, ProblemType.SERVICE_UNAVAILABLE, "The history cannot be read at the moment."));
    }

    private static void respond(RoutingContext context, String document, int page, DocumentReads.Read read) {
        if (read.status() == NOT_FOUND) {
            LinkedData.absent(context);
        } else if (read.status() != OK) {
            ProblemResponse.send(context, ProblemType.SERVICE_UNAVAILABLE, "The history cannot be read at the moment.");
        } else {
            var map = new TimeMap(
                    PublicAddress.of(context.request()),
                    document,
                    versions(read.body().toJsonObject()));
            if (page > map.pages()) {
                ProblemResponse.send(
                        context, ProblemException.parameter(PAGE, "exceeds the " + map.pages() + " pages"));
            } else {
                LinkedData.send(context, TimeMap.MEDIA_TYPE, "no-cache", map.page(page));
            }
        }
    }

    /** Returns the versions that can be read: retractions are none. */
    private static List<TimeMap.Version> versions(JsonObject history) {
        return history.getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(change -> !change.getString("change").equals(RETRACTED))
                .map(change -> new TimeMap.Version(
                        change.getInteger("version"), Instant.parse(change.getString("recordedAt"))))
                .toList();
    }
}
