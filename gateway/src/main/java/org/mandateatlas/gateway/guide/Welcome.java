package org.mandateatlas.gateway.guide;

import static org.mandateatlas.gateway.page.HtmlPage.escape;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.mandateatlas.gateway.edge.PublicAddress;
import org.mandateatlas.gateway.forwarding.RoutingTable;
import org.mandateatlas.gateway.page.HtmlPage;
import org.mandateatlas.gateway.page.Representation;

/** Tells a person at {@code /} and a client at {@code /v1} where to go from there. */
@Singleton
class Welcome {

    private static final int ORDER = 1_000;
    private static final String NAME = "Mandate Atlas";
    private static final String DESCRIPTION =
            "A cited, two-time registry of who is mandated to do what in the international governance of migration.";

    private final RoutingTable owners;

    Welcome(RoutingTable owners) {
        this.owners = owners;
    }

    void register(@Observes Router router) {
        Representation first =
                new Representation().as(Representation.JSON, this::firstLinks).as(Representation.HTML, this::firstPage);
        Representation version = new Representation().as(Representation.JSON, this::versionLinks);
        router.route("/").order(ORDER).handler(context -> {
            context.response().putHeader("Link", ApiCatalog.LINK);
            first.answer(context);
        });
        router.route("/v1").order(ORDER).handler(version::answer);
        router.route("/v1/").order(ORDER).handler(version::answer);
    }

    private Buffer firstLinks(RoutingContext context) {
        PublicAddress address = PublicAddress.of(context.request());
        return new JsonObject()
                .put("name", NAME)
                .put("description", DESCRIPTION)
                .put("links", Link.toJson(places(address)))
                .toBuffer();
    }

    private Buffer versionLinks(RoutingContext context) {
        PublicAddress address = PublicAddress.of(context.request());
        return new JsonObject()
                .put("collections", Link.toJson(collections(address)))
                .put("links", Link.toJson(places(address)))
                .toBuffer();
    }

    private List<Link> collections(PublicAddress address) {
        return owners.readable().stream()
                .map(name -> new Link(name, address.link("/v1/" + name), "All " + name))
                .toList();
    }

    private static List<Link> places(PublicAddress address) {
        return List.of(
                new Link("v1", address.link("/v1"), "Every collection of version 1"),
                new Link("timeline", address.link("/v1/timeline"), "Everything dated, in order"),
                new Link("changes", address.link("/v1/changes"), "Every change, as one feed"),
                new Link("snapshot", address.link("/v1/snapshot"), "All of it at once, as NDJSON"),
                new Link("openapi", address.link("/openapi"), "The API description (OpenAPI 3.1)"),
                new Link("asyncapi", address.link("/asyncapi"), "The description of events (AsyncAPI 3)"),
                new Link("schemas", address.link("/schemas"), "A JSON Schema of every event"),
                new Link("api-catalog", address.link(ApiCatalog.PATH), "Where everything is, for machines (RFC 9727)"),
                new Link("docs", address.link("/docs"), "The API to read and to try"),
                new Link("health", address.link("/health"), "Whether every service is up"));
    }

    private Buffer firstPage(RoutingContext context) {
        PublicAddress address = PublicAddress.of(context.request());
        String example = address.link("/v1/institutions/iom?validAt=2004-12-31");
        return HtmlPage.of(context, NAME, """
                <main>
                <h1>%s</h1>
                <p>%s Every fact carries its source; every read can be asked as of a day in the world and as of a day of the \
                registry’s knowledge.</p>
                <h2>Read</h2>
                <ul>
                %s</ul>
                <h2>Try</h2>
                <p>What was the International Organization for Migration at the end of 2004?</p>
                <pre><code>curl '%s'</code></pre>
                <p><a href="%s">The same in this browser</a></p>
                <h2>Go on</h2>
                <ul>
                %s</ul>
                </main>
                """.formatted(
                        escape(NAME),
                        escape(DESCRIPTION),
                        items(collections(address)),
                        escape(example),
                        escape(example),
                        items(places(address))));
    }

    private static String items(List<Link> links) {
        return links.stream()
                .map(link -> "<li><a href=\"%s\">%s</a></li>\n".formatted(escape(link.href()), escape(link.title())))
                .collect(Collectors.joining());
    }
}
