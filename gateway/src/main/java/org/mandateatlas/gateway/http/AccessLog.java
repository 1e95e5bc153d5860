package org.mandateatlas.gateway.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.edge.RemoteAddress;

/**
 * Logs one line per response in the category {@code org.mandateatlas.access}, without query, body and token.
 */
@Singleton
class AccessLog {

    private static final int LONGEST_PATH = 500;
    private static final String CACHE_STATUS = "Cache-Status";

    private final Logger log = Logger.getLogger("org.mandateatlas.access");
    private final TraceContext trace;

    AccessLog(TraceContext trace) {
        this.trace = trace;
    }

    void register(@Observes Router router) {
        if (log.isInfoEnabled()) {
            router.route().order(HandlerOrder.ACCESS_LOG.order()).handler(this::begin);
        }
    }

    private void begin(RoutingContext context) {
        String path = context.request().path();
        if (path == null || !path.startsWith("/q/")) {
            long started = System.nanoTime();
            String traceId = trace.id(context);
            context.addEndHandler(ended -> log.info(line(context, path, started, traceId)));
        }
        context.next();
    }

    private static String line(RoutingContext context, @Nullable String path, long started, String traceId) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        return "request=" + EntryHandler.requestId(context)
                + " client=" + RemoteAddress.of(request)
                + " method=" + request.method()
                + " path=" + printable(path)
                + " status=" + response.getStatusCode()
                + " bytes=" + response.bytesWritten()
                + " millis=" + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started)
                + " cache=" + cache(response)
                + " trace=" + traceId;
    }

    private static String cache(HttpServerResponse response) {
        String status = response.headers().get(CACHE_STATUS);
        return status == null ? "-" : printable(status.replace(" ", ""));
    }

    /** Removes control characters, so that each request is one line. */
    static String printable(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "-";
        }
        String bounded = text.length() > LONGEST_PATH ? text.substring(0, LONGEST_PATH) : text;
        for (int i = 0; i < bounded.length(); i++) {
            if (!isPrintable(bounded.charAt(i))) {
                return replaced(bounded);
            }
        }
        return bounded;
    }

    private static String replaced(String text) {
        return text.codePoints()
                .map(c -> isPrintable(c) ? c : '_')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isPrintable(int c) {
        return c > ' ' && c < 0x7f;
    }
}
