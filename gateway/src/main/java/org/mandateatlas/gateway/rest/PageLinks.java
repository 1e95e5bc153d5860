package org.mandateatlas.gateway.rest;

import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.mandateatlas.gateway.http.PublicAddress;

/** The URLs of a page and of the next page. */
public final class PageLinks {

    /** The query parameter with the cursor. */
    public static final String CURSOR = "cursor";

    private PageLinks() {}

    /** Returns the URL of the requested page. */
    public static String self(RoutingContext context) {
        return PublicAddress.of(context.request()).link(context.request().uri());
    }

    /** Returns the URL of the same query's page at a cursor. */
    public static String next(RoutingContext context, String cursor) {
        String kept = context.queryParams().entries().stream()
                .filter(parameter -> !parameter.getKey().equals(CURSOR))
                .map(parameter -> encode(parameter.getKey()) + '=' + encode(parameter.getValue()) + '&')
                .collect(Collectors.joining());
        return PublicAddress.of(context.request())
                .link(context.normalizedPath() + '?' + kept + CURSOR + '=' + encode(cursor));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
