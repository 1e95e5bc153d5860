package org.mandateatlas.gateway.discovery;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mandateatlas.edge.PublicAddress;
import org.mandateatlas.gateway.discovery.ApiCatalog.LinkContext;
import org.mandateatlas.gateway.discovery.ApiCatalog.LinkTarget;

/** The API catalog (RFC 9727). */
@Path(ApiCatalogResource.PATH)
@PermitAll
@NonBlocking
@Tag(name = "Guide")
class ApiCatalogResource {

    /** The well-known path of the catalog. */
    static final String PATH = "/.well-known/api-catalog";

    /** The value of a {@code Link} header that leads to the catalog. */
    static final String LINK = "<" + PATH + ">; rel=\"api-catalog\", </dataset>; rel=\"describedby\"";

    private static final String LINKSET = "application/linkset+json";
    private static final String JSON = MediaType.APPLICATION_JSON;

    private static final List<Variant> FORMS = Variant.mediaTypes(
                    new MediaType(
                            "application",
                            "linkset+json",
                            Map.of("profile", "https://www.rfc-editor.org/info/rfc9727")),
                    MediaType.APPLICATION_JSON_TYPE)
            .build();

    @GET
    @Produces({LINKSET, JSON})
    @Operation(
            summary = "Get the API catalog",
            description = "A linkset (RFC 9264) that lists the APIs and their descriptions.")
    @APIResponseSchema(responseCode = "200", value = ApiCatalog.class)
    public Response getApiCatalog(@Context Request request, @Context HttpServerRequest server) {
        var address = PublicAddress.of(server);
        var catalog = new ApiCatalog(List.of(catalog(address), registry(address), feed(address), tools(address)));
        return Response.ok(catalog, request.selectVariant(FORMS))
                .header("Link", LINK)
                .build();
    }

    private static LinkContext catalog(PublicAddress address) {
        return new LinkContext(
                address.link(PATH),
                List.of(
                        new LinkTarget(address.link("/v1"), JSON, "The registry"),
                        new LinkTarget(address.link("/v1/snapshot"), "application/x-ndjson", "All documents"),
                        new LinkTarget(address.link("/v1/changes"), JSON, "The feed of all changes"),
                        new LinkTarget(address.link("/mcp"), JSON, "Tools for agents (MCP)")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static LinkContext registry(PublicAddress address) {
        return new LinkContext(
                address.link("/v1"),
                List.of(),
                List.of(openApi(address)),
                List.of(new LinkTarget(address.link("/dataset"), "application/ld+json", "Dataset (DCAT 3)")),
                List.of(docs(address)),
                List.of(health(address)),
                List.of());
    }

    private static LinkContext feed(PublicAddress address) {
        return new LinkContext(
                address.link("/v1/changes"),
                List.of(),
                List.of(new LinkTarget(address.link("/asyncapi"), JSON, "Events (AsyncAPI 3)"), openApi(address)),
                List.of(new LinkTarget(address.link("/schemas"), JSON, "JSON Schemas of the events")),
                List.of(docs(address)),
                List.of(health(address)),
                List.of(new LinkTarget(
                        address.link("/v1/changes.atom"),
                        "application/atom+xml",
                        "Changes of mandates for feed readers")));
    }

    private static LinkContext tools(PublicAddress address) {
        return new LinkContext(
                address.link("/mcp"),
                List.of(),
                List.of(),
                List.of(),
                List.of(new LinkTarget(address.link("/llms.txt"), "text/markdown", "Guide for agents")),
                List.of(health(address)),
                List.of());
    }

    private static LinkTarget openApi(PublicAddress address) {
        return new LinkTarget(address.link("/openapi"), JSON, "API description (OpenAPI 3.1)");
    }

    private static LinkTarget docs(PublicAddress address) {
        return new LinkTarget(address.link("/docs"), MediaType.TEXT_HTML, "API explorer");
    }

    private static LinkTarget health(PublicAddress address) {
        return new LinkTarget(address.link("/health"), JSON, "Health of the services");
    }
}
