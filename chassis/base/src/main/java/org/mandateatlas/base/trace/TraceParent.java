package org.mandateatlas.base.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The value of {@code traceparent} (W3C Trace Context): a trace and a span. */
public final class TraceParent {

    /** The name of the header in HTTP and Kafka. */
    public static final String HEADER = "traceparent";

    private static final String VERSION = "00";
    private static final Pattern FORM =
            Pattern.compile(VERSION + "-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceParent() {}

    /** Returns the current span, otherwise the header of the request, or null. */
    public static @Nullable String current(@Nullable String said) {
        var span = Span.current().getSpanContext();
        return span.isValid() ? of(span) : sane(said);
    }

    /** Returns a valid value, or null. */
    public static @Nullable String sane(@Nullable String said) {
        return said != null && FORM.matcher(said).matches() ? said : null;
    }

    static String of(SpanContext span) {
        return VERSION + "-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }

    /** Returns a context with the span as parent. */
    static Context context(String sane) {
        var parts = sane.split("-", -1);
        return Context.root()
                .with(Span.wrap(SpanContext.createFromRemoteParent(
                        parts[1], parts[2], TraceFlags.fromHex(parts[3], 0), TraceState.getDefault())));
    }
}
