package org.mandateatlas.gateway.rest;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.ParsableMIMEValue;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.base.problem.ProblemType;

/** The media types in which something that can be read is had; the client's {@code Accept} chooses. */
public final class ContentNegotiation {

    private final List<String> types;
    private final List<MIMEHeader> parsed;

    /** The first is what a client gets that has no wish. */
    public ContentNegotiation(String... types) {
        this.types = List.of(types);
        this.parsed = Stream.of(types)
                .map(type -> (MIMEHeader) new ParsableMIMEValue(type).forceParse())
                .toList();
    }

    /** Returns the type that the client likes best; null when the request has been refused, as none suits or nothing is read. */
    public @Nullable String choose(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            ProblemResponse.send(context, ProblemType.METHOD_NOT_ALLOWED, "This can only be read.");
            return null;
        }
        List<MIMEHeader> wishes = context.parsedHeaders().accept();
        if (wishes.isEmpty()) {
            return types.getFirst();
        }
        MIMEHeader best = context.parsedHeaders().findBestUserAcceptedIn(wishes, parsed);
        if (best == null) {
            ProblemResponse.send(
                    context, ProblemType.NOT_ACCEPTABLE, "This can be had as " + String.join(", ", types) + ".");
            return null;
        }
        return types.get(parsed.indexOf(best));
    }
}
