package org.mandateatlas.registry.timeline;

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
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.registry.DisplayNames;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentTypes;
import org.mandateatlas.registry.NameResolver;
import org.mandateatlas.registry.NameTemplate;
import org.mandateatlas.registry.http.PagedRequest;
import org.mandateatlas.registry.http.QueryRequest;

/** The timeline over HTTP. */
@Path("/v1/timeline")
@RunOnVirtualThread
class DocumentTimelineResource {

    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    private final Clock clock;
    private final TimelineRepository timeline;
    private final DocumentTypes types;
    private final NameResolver foreignNames;

    DocumentTimelineResource(Clock clock, TimelineRepository timeline, DocumentTypes types, NameResolver foreignNames) {
        this.clock = clock;
        this.timeline = timeline;
        this.types = types;
        this.foreignNames = foreignNames;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the events on the dates inside the documents of this service")
    @Extension(name = "x-internal", value = "true", parseValue = true)
    @APIResponseSchema(TimelineEntryPage.class)
    public Response listTimeline(
            @BeanParam TimelineRequest entries, @BeanParam QueryRequest request, @BeanParam PagedRequest page) {
        var query = new TimelineQuery(
                entries.firstDay(),
                entries.lastDay(),
                request.types(types),
                entries.subjects(),
                entries.events(),
                request.times(clock),
                request.limit(PAGE, LARGEST_PAGE),
                page.after() == null ? null : TimelineOrder.parse(page.after()));
        var results = timeline.find(query);
        var total = page.total() ? Long.valueOf(timeline.count(query)) : null;
        var position = foreignNames.reflected(results.position());
        var names = DisplayNames.of(templates(results), results.names(), foreignNames, query.times());
        var answer = new TimelineEntryPage(
                results.entries().stream().map(entry -> entry(entry, names)).toList(),
                results.more() ? results.entries().getLast().order().toString() : null,
                total,
                position,
                results.pin());
        return QueryRequest.response(answer, position);
    }

    private static Stream<String> templates(TimelineResults results) {
        return results.entries().stream().map(TimelineResults.Entry::text);
    }

    private TimelineEntryPage.Entry entry(TimelineResults.Entry entry, DisplayNames names) {
        var order = entry.order();
        return new TimelineEntryPage.Entry(
                order.toString(),
                PartialDate.of(entry.date()),
                types.of(order.stream()).collection(),
                order.id(),
                names.fill(NameTemplate.placeholder(order.stream(), order.id())),
                entry.event(),
                names.fill(entry.text()),
                about(entry, "institution="),
                about(entry, "function="),
                about(entry, "process="),
                DocumentJson.stored("{\"items\":" + entry.citations() + "}").path("items"));
    }

    private static List<String> about(TimelineResults.Entry entry, String prefix) {
        return entry.subjects().stream()
                .filter(subject -> subject.startsWith(prefix))
                .map(subject -> subject.substring(prefix.length()))
                .toList();
    }
}
