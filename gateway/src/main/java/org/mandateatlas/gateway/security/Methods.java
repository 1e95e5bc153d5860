package org.mandateatlas.gateway.security;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.gateway.proxy.RoutingTable;

/** The methods that a path supports; they are reported without authentication. */
public final class Methods {

    private static final Methods READ = new Methods(List.of(HttpMethod.GET, HttpMethod.HEAD));
    private static final Methods READ_AND_WRITTEN =
            new Methods(List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE));
    private static final Methods SENT = new Methods(List.of(HttpMethod.POST));
    private static final int BEFORE_COLLECTION = "/v1/".length();

    private final List<HttpMethod> all;
    private final String text;

    /** The methods including OPTIONS. */
    public Methods(Collection<HttpMethod> known) {
        this.all = Stream.concat(known.stream(), Stream.of(HttpMethod.OPTIONS)).toList();
        this.text = all.stream().map(HttpMethod::name).collect(Collectors.joining(", "));
    }

    /**
     * Returns the methods of a path below {@code /v1}: documents can be read and written, batches and post queries sent,
     * everything else read.
     */
    static Methods at(String path, RoutingTable upstreams) {
        if (upstreams.isPostQuery(path) || upstreams.isBatch(path)) {
            return SENT;
        }
        return isDocument(path, upstreams) ? READ_AND_WRITTEN : READ;
    }

    private static boolean isDocument(String path, RoutingTable upstreams) {
        if (path.length() <= BEFORE_COLLECTION) {
            return false;
        }
        String[] parts = path.substring(BEFORE_COLLECTION).split("/", -1);
        boolean isBelow = parts.length == 2 || (parts.length == 3 && parts[2].isEmpty());
        return isBelow && !parts[1].isEmpty() && !upstreams.streamsOf(parts[0]).isEmpty();
    }

    /** Continues with supported methods; responds to OPTIONS and to other methods. */
    public void check(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (method.equals(HttpMethod.OPTIONS)) {
            context.response()
                    .setStatusCode(204)
                    .putHeader(HttpHeaders.ALLOW, text)
                    .end();
        } else if (all.contains(method)) {
            context.next();
        } else {
            context.response().putHeader(HttpHeaders.ALLOW, text);
            ProblemResponse.send(context, ProblemType.METHOD_NOT_ALLOWED, method + " is not supported here.");
        }
    }
}
