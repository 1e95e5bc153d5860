package org.mandateatlas.gateway.http;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The trace that a request belongs to (W3C Trace Context): the gateway's if tracing is enabled, otherwise the
 * client's.
 */
@Singleton
class TraceContext {

    private static final CharSequence PARENT = HttpHeaders.createOptimized("traceparent");
    private static final CharSequence STATE = HttpHeaders.createOptimized("tracestate");
    private static final Pattern SANE =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");
    private static final int ID_BEGIN = 3;
    private static final int ID_END = 35;
    private static final String NONE = "-";

    private final boolean traced;

    TraceContext(@ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean disabled) {
        this.traced = !disabled;
    }

    void register(@Observes Router router) {
        if (traced) {
            router.route().order(HandlerOrder.TRACE_CONTEXT.order()).handler(TraceContext::takeOver);
        }
    }

    /** Removes the client's trace context, because requests to upstreams set their own. */
    private static void takeOver(RoutingContext context) {
        context.request().headers().remove(PARENT).remove(STATE);
        context.next();
    }

    /** Returns the trace id, or {@code -}. */
    String id(RoutingContext context) {
        if (traced) {
            SpanContext span = Span.current().getSpanContext();
            return span.isValid() ? span.getTraceId() : NONE;
        }
        String parent = context.request().headers().get(PARENT);
        return parent != null && SANE.matcher(parent).matches() ? parent.substring(ID_BEGIN, ID_END) : NONE;
    }
}
