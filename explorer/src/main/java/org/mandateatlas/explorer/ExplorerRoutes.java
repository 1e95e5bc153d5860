package org.mandateatlas.explorer;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.mandateatlas.base.http.ContentNegotiation;

/**
 * Serves the explorer: its page at {@code /} to clients that prefer HTML and at the URL of each view, and its files. Everything else is
 * left to the handlers that follow.
 */
@Singleton
class ExplorerRoutes {

    private static final int AFTER_CHECKS_BEFORE_RESOURCES = 150;

    static final String VIEWS = "/explorer/(coverage|timeline|network|reforms|changes|diff|search"
            + "|institutions|processes|functions|instruments|sources|mandates|capacities|participations|meetings|outputs"
            + "|objectives|governance-models)(/[a-z0-9-]{1,80})?";

    private static final List<MediaType> START = List.of(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE);

    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String NO_DEVICES =
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";
    private static final int NOT_MODIFIED = 304;

    private final Assets assets = Assets.load();
    private final String tag = '"' + assets.hash() + '"';

    void register(@Observes Router router) {
        reads(router.route("/")).handler(this::start);
        reads(router.routeWithRegex(VIEWS)).handler(this::page);
        reads(router.route(Assets.PATH + assets.hash() + "/:name")).handler(this::file);
    }

    private static Route reads(Route route) {
        return route.method(HttpMethod.GET).method(HttpMethod.HEAD).order(AFTER_CHECKS_BEFORE_RESOURCES);
    }

    private void start(RoutingContext context) {
        context.response().headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        var accepted = String.join(",", context.request().headers().getAll(HttpHeaders.ACCEPT));
        if (MediaType.TEXT_HTML_TYPE.equals(ContentNegotiation.preferred(accepted, START))) {
            page(context);
        } else {
            context.next();
        }
    }

    private void page(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("Content-Security-Policy", CONTENT_POLICY);
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Permissions-Policy", NO_DEVICES);
        headers.set("X-Frame-Options", "DENY");
        headers.set("Link", "</.well-known/api-catalog>; rel=\"api-catalog\"");
        headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
        headers.set(HttpHeaders.ETAG, tag);
        if (context.request().headers().getAll(HttpHeaders.IF_NONE_MATCH).stream()
                .anyMatch(known -> known.contains(tag))) {
            context.response().setStatusCode(NOT_MODIFIED).end();
        } else {
            send(context, "text/html;charset=UTF-8", assets.page());
        }
    }

    private void file(RoutingContext context) {
        var name = context.pathParam("name");
        var content = name == null ? null : assets.files().get(name);
        if (name == null || content == null) {
            context.next();
        } else {
            context.response().putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
            send(context, name.endsWith(".css") ? "text/css;charset=UTF-8" : "text/javascript;charset=UTF-8", content);
        }
    }

    private static void send(RoutingContext context, String type, Buffer content) {
        var headers = context.response().headers();
        headers.remove(HttpHeaders.CONTENT_ENCODING); // identity: the server compresses only without it
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        headers.set(HttpHeaders.CONTENT_TYPE, type);
        context.end(content);
    }
}
