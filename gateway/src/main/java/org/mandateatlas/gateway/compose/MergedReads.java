package org.mandateatlas.gateway.compose;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Cursor;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.gateway.compose.SubRequest.Extent;
import org.mandateatlas.gateway.proxy.RoutingTable;
import org.mandateatlas.gateway.proxy.Upstream;

/** Reads the same path of all services that have the requested collections, and merges their sorted pages into one. */
@Singleton
public class MergedReads {

    /** The pin of a service that has recorded nothing yet. */
    private static final String NOTHING_RECORDED = "1970-01-01T00:00:00Z";

    private static final String COLLECTION = "collection";
    private static final Set<String> OWN_PARAMETERS = Set.of(COLLECTION, "limit", Cursor.PARAMETER);

    private final Composition composition;
    private final RoutingTable routes;

    MergedReads(Composition composition, RoutingTable routes) {
        this.composition = composition;
        this.routes = routes;
    }

    /**
     * Reads the requested page, and waits for it. The services are given the other parameters unchanged, and validate them.
     *
     * @param collections the requested collections; empty for all
     * @param limit the most items
     */
    public MergedPage read(RoutingContext context, List<String> collections, int limit) {
        Parse.words(
                COLLECTION,
                collections,
                new TreeSet<>(routes.collectionsByStream().values()));
        var parameters = context.queryParams().entries().stream()
                .filter(parameter -> !OWN_PARAMETERS.contains(parameter.getKey()))
                .toList();
        return Waiting.on(page(
                new MergeRequest(
                        "items", context.normalizedPath(), parameters, collections, limit, PageCursor.of(context)),
                composition.deadline()));
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
        return page(new MergeRequest(field, path, parameters, List.of(), limit, null), deadline);
    }

    private Future<MergedPage> page(MergeRequest request, Deadline deadline) {
        var parts = new ArrayList<SubRequest>();
        var leftOut = PartialResult.NOTHING;
        for (var part : parts(request)) {
            if (request.cursor() == null
                    || request.cursor().pins().containsKey(part.upstream().name())) {
                parts.add(part);
            } else {
                leftOut = leftOut.and(composition.leaveOut(
                        part,
                        part.upstream().name() + " was missing from the first page, and is left out to the last."));
            }
        }
        var absent = leftOut;
        return composition.read(parts, deadline).map(result -> merged(request, parts, result, absent));
    }

    private List<SubRequest> parts(MergeRequest request) {
        var parts = new ArrayList<SubRequest>();
        for (var upstream : routes.all()) {
            var collections = new ArrayList<>(routes.documentsOf(upstream));
            if (!request.collections().isEmpty()) {
                collections.retainAll(request.collections());
            }
            if (!collections.isEmpty()) {
                parts.add(part(request, upstream, collections));
            }
        }
        return parts;
    }

    private static SubRequest part(MergeRequest request, Upstream upstream, List<String> collections) {
        return new SubRequest(
                request.field() + '#' + upstream.name(),
                upstream,
                collections,
                request.uri(upstream.name(), collections),
                Extent.MAIN);
    }

    private static MergedPage merged(
            MergeRequest request, List<SubRequest> parts, PartialResult result, PartialResult absent) {
        var pages = new TreeMap<String, JsonNode>();
        for (var part : parts) {
            if (result.has(part.name())) {
                pages.put(part.upstream().name(), result.part(part.name()));
            }
        }
        var merged = MergedPage.merge(pages.values(), request.limit());
        var end = merged.end();
        var next = end == null ? null : new PageCursor(pins(pages), end);
        var all = result.and(absent);
        return new MergedPage(merged.items(), next, all.missing().isEmpty() ? total(pages) : null, all);
    }

    private static TreeMap<String, Instant> pins(TreeMap<String, JsonNode> pages) {
        var pins = new TreeMap<String, Instant>();
        pages.forEach((upstream, page) ->
                pins.put(upstream, Instant.parse(page.path("knownAt").asText(NOTHING_RECORDED))));
        return pins;
    }

    private static @Nullable Long total(TreeMap<String, JsonNode> pages) {
        var total = 0L;
        for (var page : pages.values()) {
            if (!page.path("total").isIntegralNumber()) {
                return null;
            }
            total += page.path("total").longValue();
        }
        return total;
    }
}
