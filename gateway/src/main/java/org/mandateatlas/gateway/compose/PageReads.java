package org.mandateatlas.gateway.compose;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.gateway.proxy.RoutingTable;
import org.mandateatlas.gateway.rest.PageLinks;

/** Reads the requested merged page. The services receive and validate the parameters unchanged. */
@Singleton
public class PageReads {

    private static final String COLLECTION = "collection";
    private static final String LIMIT = "limit";
    private static final Set<String> OWN_PARAMETERS = Set.of(COLLECTION, LIMIT, PageLinks.CURSOR);

    private final MergedReads reads;
    private final Composition composition;
    private final RoutingTable routes;

    PageReads(MergedReads reads, Composition composition, RoutingTable routes) {
        this.reads = reads;
        this.composition = composition;
        this.routes = routes;
    }

    /** Reads the requested page and waits for it. */
    public CompositePage read(PageRequest request) {
        return read(request.context(), request.collection, request.limit());
    }

    /**
     * Reads a page that has no next page, and waits for it.
     *
     * @param collections the requested collections; empty for all
     * @param limit the most items
     */
    public CompositePage read(RoutingContext context, List<String> collections, int limit) {
        var known = new TreeSet<>(routes.collectionsByStream().values());
        for (var collection : collections) {
            if (!known.contains(collection)) {
                throw ProblemException.parameter(COLLECTION, "is none of " + String.join(", ", known));
            }
        }
        var request = new MergeRequest(
                "items", context.normalizedPath(), passedOn(context), collections, limit, PageCursor.of(context));
        var page = Waiting.on(reads.page(request, composition.deadline()));
        var next = page.next();
        return new CompositePage(
                PageLinks.self(context),
                next == null ? null : PageLinks.next(context, next.text(context)),
                page.total(),
                page.items(),
                page.result());
    }

    private static List<Map.Entry<String, String>> passedOn(RoutingContext context) {
        var parameters = new ArrayList<Map.Entry<String, String>>();
        for (var parameter : context.queryParams()) {
            if (!OWN_PARAMETERS.contains(parameter.getKey())) {
                parameters.add(parameter);
            }
        }
        return parameters;
    }

    /**
     * Reads the first page as one part of a larger response.
     *
     * @param field the field of the response
     * @param parameters the parameters of the services, by name
     * @param limit the most items
     */
    public Future<MergedPage> first(
            String field, String path, List<Map.Entry<String, String>> parameters, int limit, Deadline deadline) {
        return reads.page(new MergeRequest(field, path, parameters, List.of(), limit, null), deadline);
    }

    /**
     * Returns path and query of the page that follows a first page.
     *
     * @return null when it is the last
     */
    public static @Nullable String next(
            MergedPage page, String path, List<Map.Entry<String, String>> parameters, int limit) {
        var next = page.next();
        return next == null
                ? null
                : new MergeRequest("", path, parameters, List.of(), limit, null).address(next.text(path, parameters));
    }
}
