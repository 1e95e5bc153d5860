package org.mandateatlas.gateway.subscription;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.gateway.http.PublicAddress;
import org.mandateatlas.gateway.request.Parameters;

/**
 * Which page of a list is asked for. Rows are numbered, and a page goes on from the number of the last row of the one before, so that
 * pages never shift.
 *
 * @param parameters the parameters of the request
 * @param limit how many rows at most
 * @param last the number of the last row of the page before; null on the first
 */
public record Paging(
        Parameters parameters, int limit, @Nullable Long last) {

    private static final String LIMIT = "limit";
    private static final String CURSOR = "cursor";
    private static final int USUAL = 50;
    private static final int MOST = 500;
    private static final int RADIX = 36;
    private static final Pattern FORM = Pattern.compile("[0-9a-z]{1,11}");

    /**
     * Reads a request.
     *
     * @param single names of the filters that may stand once
     * @param repeatable names of the filters that may stand several times
     */
    public static Paging of(RoutingContext context, Set<String> single, Set<String> repeatable) {
        var known = new HashSet<>(single);
        known.add(LIMIT);
        known.add(CURSOR);
        Parameters parameters = Parameters.of(context, known, repeatable);
        return new Paging(parameters, parameters.number(LIMIT, 1, MOST, USUAL), last(parameters.text(CURSOR)));
    }

    private static @Nullable Long last(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        if (!FORM.matcher(cursor).matches()) {
            throw ProblemException.parameter(CURSOR, "is not one that the address of a next page has");
        }
        return Long.valueOf(cursor, RADIX);
    }

    /** Returns the page.
     *
     * @param rows one more than the limit where there are more
     */
    public <T> JsonObject page(
            RoutingContext context, List<T> rows, ToLongFunction<T> number, Function<T, JsonObject> toJson) {
        List<T> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        var items = new JsonArray();
        shown.forEach(row -> items.add(toJson.apply(row)));
        PublicAddress address = PublicAddress.of(context.request());
        return new JsonObject()
                .put("self", address.link(context.request().uri()))
                .put(
                        "next",
                        rows.size() > limit ? address.link(next(context, number.applyAsLong(shown.getLast()))) : null)
                .put("items", items);
    }

    private static String next(RoutingContext context, long last) {
        var uri = new StringBuilder(context.normalizedPath()).append('?');
        for (Map.Entry<String, String> parameter : context.queryParams()) {
            if (!parameter.getKey().equals(CURSOR)) {
                uri.append(encoded(parameter.getKey()))
                        .append('=')
                        .append(encoded(parameter.getValue()))
                        .append('&');
            }
        }
        return uri.append(CURSOR).append('=').append(Long.toString(last, RADIX)).toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
