package org.mandateatlas.mcp;

import io.quarkiverse.mcp.server.runtime.ConnectionManager;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.ContentNegotiation;
import org.mandateatlas.base.problem.EarlyProblems;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.edge.ClientKey;
import org.mandateatlas.edge.RequestBodies;

/**
 * Checks requests to {@code /mcp} before the MCP server handles them, and makes them independent of each other: there are no sessions,
 * so that any replica serves any request.
 */
@Singleton
class McpRoutes {

    /** The path of the endpoint. */
    static final String PATH = "/mcp";

    private static final int AFTER_AUTHENTICATION_BEFORE_SERVER = -100;
    private static final String METHODS = "POST, OPTIONS";
    private static final String SESSION = "Mcp-Session-Id";
    private static final String ACCEPTED_BY_SERVER = "application/json, text/event-stream";
    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;

    private final McpConfig config;
    private final RequestBodies bodies;
    private final ConnectionManager connections;

    McpRoutes(McpConfig config, RequestBodies bodies, ConnectionManager connections) {
        this.config = config;
        this.bodies = bodies;
        this.connections = connections;
    }

    void register(@Observes Router router) {
        router.route(PATH).order(AFTER_AUTHENTICATION_BEFORE_SERVER).handler(this::check);
        router.routeWithRegex(PATH + "/.+")
                .order(AFTER_AUTHENTICATION_BEFORE_SERVER)
                .handler(McpRoutes::refuseOtherPaths);
    }

    /** The server would open streams of an older transport there. */
    private static void refuseOtherPaths(RoutingContext context) {
        ProblemResponse.send(context, ProblemType.NOT_FOUND, "The MCP endpoint is " + PATH + '.');
    }

    private void check(RoutingContext context) {
        var request = context.request();
        if (request.method().equals(HttpMethod.OPTIONS)) {
            context.response()
                    .setStatusCode(NO_CONTENT)
                    .putHeader(HttpHeaders.ALLOW, METHODS)
                    .end();
        } else if (!request.method().equals(HttpMethod.POST)) {
            context.response().putHeader(HttpHeaders.ALLOW, METHODS);
            ProblemResponse.send(
                    context,
                    ProblemType.METHOD_NOT_ALLOWED,
                    "The MCP endpoint takes POST. It has neither streams to open nor sessions to end.");
        } else {
            var problem = problem(request.headers());
            if (problem == null) {
                receive(context);
            } else {
                ProblemResponse.send(context, problem);
            }
        }
    }

    private @Nullable ProblemException problem(MultiMap headers) {
        var origin = headers.get(HttpHeaders.ORIGIN);
        if (origin != null && !isAllowed(origin)) {
            return new ProblemException(
                    ProblemType.FORBIDDEN,
                    "Pages of this origin may not use the tools.",
                    List.of(Violation.ofHeader("Origin", "is not allowed")));
        }
        if (!isJson(headers.get(HttpHeaders.CONTENT_TYPE))) {
            return new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "The body is a JSON-RPC message.",
                    List.of(Violation.ofHeader("Content-Type", "is not application/json")));
        }
        var accepted = String.join(",", headers.getAll(HttpHeaders.ACCEPT));
        if (ContentNegotiation.preferred(accepted, List.of(MediaType.APPLICATION_JSON_TYPE)) == null) {
            return new ProblemException(ProblemType.NOT_ACCEPTABLE, "Responses are application/json.");
        }
        return null;
    }

    private boolean isAllowed(String origin) {
        return config.origins().contains(origin) || (config.origins().contains("*") && isOrigin(origin));
    }

    private static boolean isOrigin(String text) {
        try {
            var uri = URI.create(text);
            return uri.getScheme() != null
                    && uri.getHost() != null
                    && uri.getRawPath().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isJson(@Nullable String type) {
        return type != null
                && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(MediaType.APPLICATION_JSON);
    }

    private void receive(RoutingContext context) {
        ToolClient.remember(context);
        var client = ClientKey.at(ToolClient.of(context).address());
        bodies.receive(context, client, EarlyProblems.LARGEST_BODY)
                .onSuccess(body -> pass(context, body))
                .onFailure(failure -> RequestBodies.refuse(context, failure));
    }

    private void pass(RoutingContext context, Buffer body) {
        var message = JsonRpc.of(body, context.request().getHeader("Mcp-Protocol-Version"));
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (message.error() != null) {
            send(context, message.error());
            return;
        }
        if (!message.isRequest()) {
            context.response().setStatusCode(ACCEPTED).end();
            return;
        }
        var internal = (RoutingContextInternal) context;
        internal.visitHandler(RoutingContextInternal.BODY_HANDLER);
        internal.setBody(body);
        // The API checks the token, and no request belongs to a session.
        context.request().headers().remove(HttpHeaders.AUTHORIZATION).remove(SESSION);
        context.request().headers().set(HttpHeaders.ACCEPT, ACCEPTED_BY_SERVER);
        context.addHeadersEndHandler(sent -> forgetSession(context.response().headers()));
        context.next();
    }

    private void forgetSession(MultiMap headers) {
        var session = headers.get(SESSION);
        if (session != null) {
            headers.remove(SESSION);
            connections.remove(session);
        }
    }

    private static void send(RoutingContext context, JsonObject error) {
        context.response()
                .setStatusCode(BAD_REQUEST)
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .end(error.toBuffer());
    }
}
