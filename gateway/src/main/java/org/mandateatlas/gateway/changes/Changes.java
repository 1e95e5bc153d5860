package org.mandateatlas.gateway.changes;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.gateway.edge.Compression;
import org.mandateatlas.gateway.edge.PublicAddress;
import org.mandateatlas.gateway.forwarding.RoutingTable;
import org.mandateatlas.gateway.page.ContentNegotiation;

/** The change feed at {@code /v1/changes}: page by page, or live for those who accept an event stream. */
@Singleton
class Changes {

    static final String PATH = "/v1/changes";

    private static final int ORDER = 50;
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String EVENT_STREAM = "text/event-stream";
    private static final ContentNegotiation FORMS = new ContentNegotiation("application/json", BATCH, EVENT_STREAM);

    private final Feed feed;
    private final LiveChanges live;
    private final ChangesConfig config;
    private final Set<String> streams;
    private final Clock clock;

    Changes(Feed feed, LiveChanges live, ChangesConfig config, RoutingTable owners, Clock clock) {
        this.feed = feed;
        this.live = live;
        this.config = config;
        this.streams = owners.collectionsByStream().keySet();
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.route(PATH).order(ORDER).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        String form = FORMS.choose(context);
        if (form == null) {
            return;
        }
        if (form.equals(EVENT_STREAM)) {
            ChangesRequest request = ChangesRequest.ofStream(context, feed, streams, clock);
            feed.head();
            if (context.request().method().equals(HttpMethod.HEAD)) {
                context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, EVENT_STREAM)
                        .end();
            } else {
                live.open(context, request);
            }
        } else {
            PageOfChanges.read(feed, ChangesRequest.ofPage(context, feed, streams, clock), config.pageScan())
                    .onSuccess(page -> send(context, page, form))
                    .onFailure(context::fail);
        }
    }

    private static void send(RoutingContext context, PageOfChanges page, String form) {
        String next = next(context, page.position());
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, form)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(Position.HEADER, page.position().toString())
                .putHeader("Link", "<" + next + ">; rel=\"next\"");
        response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        Compression.allow(response.headers());
        response.end(form.equals(BATCH) ? page.items() : document(context, page, next));
    }

    private static Buffer document(RoutingContext context, PageOfChanges page, String next) {
        String self = PublicAddress.of(context.request()).link(context.request().uri());
        return Buffer.buffer("{\"self\":" + Json.encode(self)
                        + ",\"next\":" + Json.encode(next)
                        + ",\"position\":" + Json.encode(page.position().toString())
                        + ",\"atEnd\":" + page.atEnd()
                        + ",\"items\":")
                .appendBuffer(page.items())
                .appendString("}");
    }

    /** The next page is of the same question, and begins where this one ended. */
    private static String next(RoutingContext context, Position position) {
        String kept = context.queryParams().entries().stream()
                .filter(parameter -> !ChangesRequest.BEGINNINGS.contains(parameter.getKey()))
                .map(parameter -> '&' + encode(parameter.getKey()) + '=' + encode(parameter.getValue()))
                .collect(Collectors.joining());
        return PublicAddress.of(context.request()).link(PATH + "?after=" + position + kept);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
