package org.mandateatlas.gateway.rest;

import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.mandateatlas.gateway.http.PublicAddress;

/** The addresses of a page of a long answer and of the next one. */
public final class PageLinks {

    /** The parameter that says where a page begins. */
    public static final String CURSOR = "cursor";

    private PageLinks() {}

    /** Returns the address of the page that is asked for. */
    public static String self(RoutingContext context) {
        return PublicAddress.of(context.request()).link(context.request().uri());
    }

    /** Returns the address of the page of the same question that begins at a cursor. */
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
