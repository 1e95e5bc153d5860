package org.mandateatlas.gateway.profile;

import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.mandateatlas.base.time.Times;
import org.mandateatlas.edge.PublicAddress;
import org.mandateatlas.gateway.compose.Composition;
import org.mandateatlas.gateway.compose.Deadline;
import org.mandateatlas.gateway.compose.MergedPage;
import org.mandateatlas.gateway.compose.MergedReads;
import org.mandateatlas.gateway.compose.PartialResult;
import org.mandateatlas.gateway.compose.ReferenceNames;
import org.mandateatlas.gateway.compose.SubRequest;
import org.mandateatlas.gateway.compose.SubRequest.Extent;
import org.mandateatlas.gateway.compose.Waiting;
import org.mandateatlas.gateway.proxy.RoutingTable;

/** Reads the parts of a profile at once, together with the timeline of what it is about. */
@Singleton
class ProfileReads {

    private static final String PREFIX = "/v1/";
    private static final int DOCUMENTS = 100;
    private static final int TIMELINE_ITEMS = 200;
    private static final String TIMELINE = PREFIX + "timeline";

    private final Composition composition;
    private final MergedReads merged;
    private final RoutingTable routes;

    ProfileReads(Composition composition, MergedReads merged, RoutingTable routes) {
        this.composition = composition;
        this.merged = merged;
        this.routes = routes;
    }

    /** Reads a profile, and waits for it. */
    ProfileParts read(ProfileDefinition definition, String id, Times times, PublicAddress address) {
        var deadline = composition.deadline();
        var documents = composition
                .read(parts(definition, id, times), deadline)
                .compose(read -> referred(definition, read, times, deadline));
        var parameters = timeline(definition, id, times);
        var timeline = merged.first("timeline", TIMELINE, parameters, TIMELINE_ITEMS, deadline);
        return Waiting.on(Future.all(documents, timeline)
                .map(both -> new ProfileParts(
                        definition,
                        times,
                        documents.result().and(timeline.result().result()),
                        timeline.result().items(),
                        next(definition, documents.result(), timeline.result(), parameters, address),
                        routes.collectionsByStream())));
    }

    /** Returns the URL of the next page of each part that has one, by field. */
    private static Map<String, String> next(
            ProfileDefinition definition,
            PartialResult documents,
            MergedPage timeline,
            List<Map.Entry<String, String>> parameters,
            PublicAddress address) {
        var next = new TreeMap<String, String>();
        for (var part : definition.parts()) {
            var url = documents.has(part.field())
                    ? documents.part(part.field()).path("next").textValue()
                    : null;
            if (url != null) {
                var there = URI.create(url);
                next.put(part.field(), address.link(there.getRawPath() + '?' + there.getRawQuery()));
            }
        }
        var query = new ArrayList<>(parameters);
        query.add(Map.entry("limit", Integer.toString(TIMELINE_ITEMS)));
        var further = timeline.next(TIMELINE, query);
        if (further != null) {
            next.put("timeline", address.link(further));
        }
        return next;
    }

    private List<SubRequest> parts(ProfileDefinition definition, String id, Times times) {
        var requests = new ArrayList<SubRequest>();
        requests.add(document(definition.main(), definition.collection(), id, times, Extent.MAIN));
        for (var part : definition.parts()) {
            if (part.referrer() == null) {
                var page = part.extent() == Extent.PAGE ? '&' + ReferenceNames.INCLUDE + "&limit=" + DOCUMENTS : "";
                var uri = at(times, PREFIX + part.uri().replace("{id}", id) + page);
                requests.add(request(part.field(), part.collection(), uri, part.extent()));
            }
        }
        return requests;
    }

    private SubRequest document(String name, String collection, String id, Times times, Extent extent) {
        var uri = PREFIX + collection + '/' + id + '?' + ReferenceNames.INCLUDE;
        return request(name, collection, at(times, uri), extent);
    }

    private SubRequest request(String name, String collection, String uri, Extent extent) {
        var upstream = Objects.requireNonNull(routes.ofPath(PREFIX + collection), collection);
        return new SubRequest(name, upstream, List.of(collection), uri, extent);
    }

    /** The names included in a part identify the documents that it refers to. */
    private Future<PartialResult> referred(
            ProfileDefinition definition, PartialResult read, Times times, Deadline deadline) {
        var requests = new ArrayList<SubRequest>();
        for (var part : definition.parts()) {
            if (part.referrer() != null) {
                for (var id : ReferenceNames.ids(read.part(part.referrer()), routes.streamsOf(part.collection()))) {
                    requests.add(document(part.field() + '#' + id, part.collection(), id, times, Extent.OPTIONAL));
                }
            }
        }
        return composition.read(requests, deadline).map(read::and);
    }

    private static String at(Times times, String uri) {
        var parameters = times.parameters();
        return uri + (uri.indexOf('?') < 0 ? parameters.replaceFirst("&", "?") : parameters);
    }

    /** A timeline reaches back beyond what is valid on the day, and ends with it. */
    private static List<Map.Entry<String, String>> timeline(ProfileDefinition definition, String id, Times times) {
        var parameters = new TreeMap<String, String>();
        parameters.put(definition.main(), id);
        if (times.validAt() != null) {
            parameters.put("to", times.validAt().toString());
        }
        if (times.knownAt() != null) {
            parameters.put("knownAt", times.knownAt().toString());
        }
        return List.copyOf(parameters.entrySet());
    }
}
