package org.mandateatlas.mcp;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Serves {@code /llms.txt}, which tells agents what the registry is and how to read it. */
@Singleton
class LlmsTxt {

    private static final int AFTER_CHECKS_BEFORE_RESOURCES = 150;

    private final String text = load();

    void register(@Observes Router router) {
        router.route("/llms.txt")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(AFTER_CHECKS_BEFORE_RESOURCES)
                .handler(this::send);
    }

    private void send(RoutingContext context) {
        var headers = context.response().headers();
        headers.remove(HttpHeaders.CONTENT_ENCODING); // identity: the server compresses only without it
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
        headers.set(HttpHeaders.CONTENT_TYPE, "text/markdown;charset=UTF-8");
        context.end(text.replace("{origin}", ToolClient.of(context).origin()));
    }

    private static String load() {
        try (var in = Objects.requireNonNull(LlmsTxt.class.getResourceAsStream("/mcp/llms.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
