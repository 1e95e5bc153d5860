package org.mandateatlas.gateway.guide;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.mandateatlas.gateway.edge.PublicAddress;
import org.mandateatlas.gateway.page.Representation;

/** Tells machines at the well-known place which APIs there are, and where each is described (RFC 9727, as a linkset). */
@Singleton
class ApiCatalog {

    /** Where every host has it. */
    static final String PATH = "/.well-known/api-catalog";

    /** The link to it, for the header of the first page. */
    static final String LINK = "<" + PATH + ">; rel=\"api-catalog\"";

    private static final int ORDER = 1_000;
    private static final String LINKSET = "application/linkset+json";
    private static final String PROFILE = ";profile=\"https://www.rfc-editor.org/info/rfc9727\"";

    void register(@Observes Router router) {
        Representation page =
                new Representation().as(LINKSET, ApiCatalog::linkset).as(Representation.JSON, ApiCatalog::linkset);
        router.route(PATH).order(ORDER).handler(context -> {
            context.response().putHeader("Link", LINK);
            context.addHeadersEndHandler(done -> {
                if (LINKSET.equals(context.response().headers().get("Content-Type"))) {
                    context.response().putHeader("Content-Type", LINKSET + PROFILE);
                }
            });
            page.answer(context);
        });
    }

    private static Buffer linkset(RoutingContext context) {
        PublicAddress address = PublicAddress.of(context.request());
        JsonObject catalog = new JsonObject()
                .put("anchor", address.link(PATH))
                .put(
                        "item",
                        new JsonArray()
                                .add(link(address, "/v1", Representation.JSON, "The registry"))
                                .add(link(address, "/v1/snapshot", "application/x-ndjson", "All of it at once"))
                                .add(link(address, "/v1/changes", Representation.JSON, "Every change, as one feed")));
        JsonObject registry = new JsonObject()
                .put("anchor", address.link("/v1"))
                .put("service-desc", one(link(address, "/openapi", Representation.YAML, "The API (OpenAPI 3.1)")))
                .put("service-doc", one(link(address, "/docs", Representation.HTML, "The API to read and to try")))
                .put("status", one(link(address, "/health", Representation.JSON, "Whether every service is up")));
        JsonObject feed = new JsonObject()
                .put("anchor", address.link("/v1/changes"))
                .put(
                        "service-desc",
                        new JsonArray()
                                .add(link(address, "/asyncapi", Representation.YAML, "The events (AsyncAPI 3)"))
                                .add(link(address, "/openapi", Representation.YAML, "The API (OpenAPI 3.1)")))
                .put(
                        "service-meta",
                        one(link(address, "/schemas", Representation.JSON, "A JSON Schema of every event")))
                .put("service-doc", one(link(address, "/docs", Representation.HTML, "The API to read and to try")))
                .put("status", one(link(address, "/health", Representation.JSON, "Whether every service is up")))
                .put(
                        "alternate",
                        one(link(
                                address,
                                "/v1/changes.atom",
                                "application/atom+xml",
                                "Changes of mandates, for people")));
        return new JsonObject()
                .put("linkset", new JsonArray().add(catalog).add(registry).add(feed))
                .toBuffer();
    }

    private static JsonArray one(JsonObject link) {
        return new JsonArray().add(link);
    }

    private static JsonObject link(PublicAddress address, String path, String type, String title) {
        return new JsonObject()
                .put("href", address.link(path))
                .put("type", type)
                .put("title", title);
    }
}
