package org.mandateatlas.gateway.discovery;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.mandateatlas.edge.PublicAddress;
import org.mandateatlas.gateway.proxy.RoutingTable;
import org.mandateatlas.gateway.rest.Link;

/** The entry points: {@code /} for clients of the API, {@code /v1} for the collections of version 1. */
@Path("/")
@PermitAll
@NonBlocking
@Tag(name = "Guide")
class WelcomeResource {

    private static final String DESCRIPTION =
            "A cited bitemporal registry of who is mandated to do what in the international governance of migration.";

    private final RoutingTable upstreams;

    WelcomeResource(RoutingTable upstreams) {
        this.upstreams = upstreams;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Link", value = ApiCatalogResource.LINK)
    @Operation(
            summary = "Start page",
            description = "Links for API clients; browsers get the explorer, a web application.")
    public Welcome getWelcome(@Context HttpServerRequest request) {
        var address = PublicAddress.of(request);
        return new Welcome("Mandate Atlas", DESCRIPTION, places(address));
    }

    @GET
    @Path("v1")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the collections", description = "The URL of every collection of version 1.")
    public Version1 getVersion1(@Context HttpServerRequest request) {
        var address = PublicAddress.of(request);
        return new Version1(collections(address), places(address));
    }

    private List<Link> collections(PublicAddress address) {
        return upstreams.readable().stream()
                .map(name -> new Link(name, address.link("/v1/" + name), title(name)))
                .toList();
    }

    /** Returns {@code Policy options} for {@code policy-options}. */
    private static String title(String collection) {
        return Character.toUpperCase(collection.charAt(0))
                + collection.substring(1).replace('-', ' ');
    }

    private static List<Link> places(PublicAddress address) {
        return List.of(
                new Link("v1", address.link("/v1"), "The collections of version 1"),
                new Link("timeline", address.link("/v1/timeline"), "Everything dated, in chronological order"),
                new Link("changes", address.link("/v1/changes"), "The feed of all changes"),
                new Link("snapshot", address.link("/v1/snapshot"), "All documents as NDJSON"),
                new Link("openapi", address.link("/openapi"), "API description (OpenAPI 3.1)"),
                new Link("asyncapi", address.link("/asyncapi"), "Event description (AsyncAPI 3)"),
                new Link("schemas", address.link("/schemas"), "JSON Schemas of the events"),
                new Link("api-catalog", address.link(ApiCatalogResource.PATH), "API catalog (RFC 9727)"),
                new Link("docs", address.link("/docs"), "API explorer"),
                new Link("model", address.link("/docs/model"), "Data model and vocabulary"),
                new Link("health", address.link("/health"), "Health of the services"));
    }
}
