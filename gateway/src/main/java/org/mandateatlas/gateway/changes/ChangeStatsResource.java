package org.mandateatlas.gateway.changes;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.gateway.changes.ChangeStats.StreamStats;
import org.mandateatlas.gateway.proxy.RoutingTable;

/** Statistics of the streams. */
@Path(ChangesResource.PATH + "/stats")
@Singleton
@PermitAll
@NonBlocking
@Tag(name = "Changes")
class ChangeStatsResource {

    private final Feed feed;
    private final SortedMap<String, String> collections;

    ChangeStatsResource(Feed feed, RoutingTable upstreams) {
        this.feed = feed;
        this.collections = upstreams.collectionsByStream();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Get statistics of the streams",
            description = "The first and last event of each stream and the number of events per day.")
    @APIResponse(
            responseCode = "200",
            description = "The statistics",
            headers =
                    @Header(
                            name = Position.HEADER,
                            description = "The end of the feed.",
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = ChangeStats.class)))
    @APIResponse(responseCode = "503", ref = "FeedUnavailable")
    public RestResponse<ChangeStats> getChangeStats(
            @Parameter(
                            description = "Only these streams. Repeatable.",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = StreamName.class))
                    @RestQuery
                    List<String> stream) {
        Parse.words("stream", stream, collections.keySet());
        var head = feed.head().toString();
        var streams = feed.summary().entrySet().stream()
                .filter(one -> stream.isEmpty() || stream.contains(one.getKey()))
                .map(one -> StreamStats.of(one.getKey(), collections.getOrDefault(one.getKey(), ""), one.getValue()))
                .toList();
        return ResponseBuilder.ok(new ChangeStats(head, streams))
                .header(Position.HEADER, head)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
